using System.Data;
using System.Text;
using Microsoft.Data.SqlClient;

namespace Feedback.Api.Data;

/// <summary>Reads answers from SQL Server as they arrive, column by column, into one buffer.</summary>
internal static class SqlServerAnswers
{
    public static async Task Read(Session session, string sql, AnswersQuery query, AnswersHandler each, CancellationToken cancellation)
    {
        await using var command = new SqlCommand(sql, (SqlConnection)session.Connection, (SqlTransaction)session.Transaction) { CommandTimeout = 300 };
        command.Parameters.Add("@Surveys", SqlDbType.NVarChar, -1).Value = query.SurveysJson;
        command.Parameters.Add("@First", SqlDbType.Int).Value = query.First;
        command.Parameters.Add("@Past", SqlDbType.Int).Value = query.Past;
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
