namespace Feedback.Indicators;

/// <summary>
/// Eigenvalues and eigenvectors of a small symmetric matrix by cyclic Jacobi rotations (Jacobi 1846; Golub and Van Loan 2013,
/// section 8.5). Matrices are stored row after row.
/// </summary>
/// <param name="Values">Eigenvalues, in no order.</param>
/// <param name="Vectors">Eigenvectors, one after the other, orthonormal.</param>
internal sealed record SymmetricEigen(double[] Values, double[] Vectors)
{
    /// <summary>Squared off-diagonal elements in all squared elements: 13 digits.</summary>
    private const double Negligible = 1e-26;

    private const int MaximumSweeps = 60;

    /// <param name="matrix">Symmetric, not all 0.</param>
    /// <param name="near">
    /// Eigenvectors of a matrix that differs little. Turned into them the matrix is almost diagonal, and one or two sweeps
    /// are enough: that is what makes thousands of leave-one-out matrices cheap.
    /// </param>
    public static SymmetricEigen Of(ReadOnlySpan<double> matrix, SymmetricEigen? near = null)
    {
        var size = (int)Math.Sqrt(matrix.Length);
        var vectors = new double[matrix.Length];
        Span<double> a = stackalloc double[matrix.Length];
        if (near is null)
        {
            matrix.CopyTo(a);
            for (var i = 0; i < size; i++)
                vectors[i * size + i] = 1;
        }
        else
        {
            near.Vectors.CopyTo(vectors, 0);
            Inside(matrix, vectors, a, size);
        }

        for (var sweep = 0; sweep < MaximumSweeps && !IsDiagonal(a, size); sweep++)
        {
            for (var p = 0; p < size - 1; p++)
            {
                for (var q = p + 1; q < size; q++)
                    Rotate(a, vectors, size, p, q);
            }
        }
        var values = new double[size];
        for (var i = 0; i < size; i++)
            values[i] = a[i * size + i];
        return new(values, vectors);
    }

    public ReadOnlySpan<double> Vector(int index) => Vectors.AsSpan(index * Values.Length, Values.Length);

    /// <summary>V' A V for vectors V stored one after the other; only the upper triangle.</summary>
    private static void Inside(ReadOnlySpan<double> matrix, ReadOnlySpan<double> vectors, Span<double> turned, int size)
    {
        Span<double> image = stackalloc double[size];
        for (var j = 0; j < size; j++)
        {
            for (var i = 0; i < size; i++)
                image[i] = Dot(matrix.Slice(i * size, size), vectors.Slice(j * size, size));
            for (var i = 0; i <= j; i++)
                turned[i * size + j] = Dot(vectors.Slice(i * size, size), image);
        }
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }

    private static bool IsDiagonal(ReadOnlySpan<double> a, int size)
    {
        double off = 0, diagonal = 0;
        for (var i = 0; i < size; i++)
        {
            diagonal += a[i * size + i] * a[i * size + i];
            for (var j = i + 1; j < size; j++)
                off += 2 * a[i * size + j] * a[i * size + j];
        }
        return off <= Negligible * (diagonal + off);
    }

    /// <summary>Turns the axes p and q, p before q, so that a[p, q] becomes 0; only the upper triangle is kept.</summary>
    private static void Rotate(Span<double> a, Span<double> vectors, int size, int p, int q)
    {
        var mixed = a[p * size + q];
        if (mixed == 0)
            return;
        var theta = (a[q * size + q] - a[p * size + p]) / (2 * mixed);
        var t = Math.CopySign(1, theta) / (Math.Abs(theta) + Math.Sqrt(theta * theta + 1));
        var c = 1 / Math.Sqrt(t * t + 1);
        var s = t * c;
        a[p * size + p] -= t * mixed;
        a[q * size + q] += t * mixed;
        a[p * size + q] = 0;
        for (var k = 0; k < p; k++)
            Turn(ref a[k * size + p], ref a[k * size + q], c, s);
        for (var k = p + 1; k < q; k++)
            Turn(ref a[p * size + k], ref a[k * size + q], c, s);
        for (var k = q + 1; k < size; k++)
            Turn(ref a[p * size + k], ref a[q * size + k], c, s);
        for (var k = 0; k < size; k++)
            Turn(ref vectors[p * size + k], ref vectors[q * size + k], c, s);
    }

    private static void Turn(ref double p, ref double q, double c, double s) => (p, q) = (c * p - s * q, s * p + c * q);
}
