using System.Buffers.Binary;

namespace Feedback.Api.Demo;

/// <summary>Random numbers that are the same for the same seed on every runtime and machine (SplitMix64: Steele, Lea and Flood 2014).</summary>
internal sealed class Dice
{
    private ulong _state;

    /// <param name="seed">The seed of the organisation.</param>
    /// <param name="stream">What the numbers are for, so that one use does not move another.</param>
    public Dice(int seed, int stream)
    {
        _state = (ulong)(uint)seed << 32 | (uint)stream;
        _state = Next();
    }

    /// <summary>At least 0, below 1.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    public int Below(int count) => (int)(Unit() * count);

    public bool Chance(double probability) => Unit() < probability;

    /// <summary>Normal with mean 0 (Box and Muller 1958).</summary>
    public double Normal(double deviation) => deviation * Math.Sqrt(-2 * Math.Log(1 - Unit())) * Math.Cos(2 * Math.PI * Unit());

    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    /// <summary>The sums of each weight and those before it.</summary>
    public static double[] Cumulated(IEnumerable<double> weights)
    {
        var sum = 0.0;
        return [.. weights.Select(w => sum += w)];
    }

    /// <summary>A place in a list of cumulated weights, each as likely as its weight.</summary>
    public int PickWeighted(double[] cumulated)
    {
        var found = Array.BinarySearch(cumulated, Unit() * cumulated[^1]);
        return found < 0 ? ~found : found + 1;
    }

    public void Shuffle<T>(T[] items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>A random UUID (version 4).</summary>
    public Guid Id()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, Next());
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Next());
        bytes[6] = (byte)(bytes[6] & 0x0f | 0x40);
        bytes[8] = (byte)(bytes[8] & 0x3f | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private ulong Next()
    {
        var z = _state += 0x9e3779b97f4a7c15;
        z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
        z = (z ^ z >> 27) * 0x94d049bb133111eb;
        return z ^ z >> 31;
    }
}
