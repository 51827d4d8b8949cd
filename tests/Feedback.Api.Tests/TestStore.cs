using Microsoft.Data.SqlClient;

namespace Feedback.Api.Tests;

/// <summary>A store of a test's own: a folder for SQLite, a database of a unique name on SQL Server. Gone when disposed of.</summary>
internal sealed class TestStore(string engine) : IAsyncDisposable
{
    private readonly string _name = "feedback_test_" + Guid.NewGuid().ToString("N");

    public string Engine => engine;

    /// <summary>The folder of the embedded store.</summary>
    public string Folder => Path.Combine(Path.GetTempPath(), _name);

    /// <summary>The settings that lead to it.</summary>
    public Dictionary<string, string?> Settings => engine == "sqlserver"
        ? new() { ["Feedback:Database:Engine"] = engine, ["Feedback:Database:ConnectionString"] = ConnectionString(_name) }
        : new() { ["Feedback:DataDirectory"] = Folder };

    public async ValueTask DisposeAsync()
    {
        if (engine == "sqlserver") await Drop();
        else if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }

    private async Task Drop()
    {
        SqlConnection.ClearAllPools();
        await using var connection = new SqlConnection(ConnectionString("master"));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"drop database [{_name}]";
        await command.ExecuteNonQueryAsync();
    }

    private static string ConnectionString(string database) => new SqlConnectionStringBuilder(Engines.SqlServer) { InitialCatalog = database }.ToString();
}
