using System.Data;
using System.Text;
using Microsoft.Data.SqlClient;

namespace Feedback.Api.Data;

/// <summary>Reads answers from SQL Server as they arrive, column by column, into one buffer.</summary>
internal static class SqlServerAnswers
{
    /// <summary>Seconds that a read of answers may take, which goes through many.</summary>
    private const int Limit = 300;

    public static async Task Read(Session session, AnswersQuery query, AnswersHandler each, CancellationToken cancellation)
    {
        await using var command = new SqlCommand(session.Database.Text(query.Statement), (SqlConnection)session.Connection, (SqlTransaction)session.Transaction) { CommandTimeout = session.Limit ?? Limit };
        foreach (var (name, value) in query.Parameters)
        {
            if (value is string text) command.Parameters.Add(name, SqlDbType.NVarChar, -1).Value = text;
            else command.Parameters.Add(name, SqlDbType.Int).Value = (int)value;
        }
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancellation);
        var (chars, bytes) = (new char[4096], new byte[4096]);
        while (await reader.ReadAsync(cancellation))
        {
            var (survey, version, cohort) = (reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2));
            var length = Chars(reader, 3, ref chars);
            var most = Encoding.UTF8.GetMaxByteCount(length);
            if (bytes.Length < most) bytes = new byte[most];
            each(survey, version, cohort, bytes.AsSpan(0, Encoding.UTF8.GetBytes(chars.AsSpan(0, length), bytes)));
        }
    }

    /// <summary>Reads a text into the buffer, which grows with the longest.</summary>
    private static int Chars(SqlDataReader reader, int column, ref char[] buffer)
    {
        for (var length = 0; ;)
        {
            length += (int)reader.GetChars(column, length, buffer, length, buffer.Length - length);
            if (length < buffer.Length) return length;
            Array.Resize(ref buffer, 2 * buffer.Length);
        }
    }
}
