namespace Feedback.Api.Tests;

/// <summary>The engines that tests of behaviour run on: SQLite always, SQL Server where there is one.</summary>
internal static class Engines
{
    /// <summary>The environment variable with the connection string of a SQL Server; its database is not used.</summary>
    public const string Variable = "FEEDBACK_TEST_SQLSERVER";

    public static string? SqlServer => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? text : null;

    /// <summary>One fixture an engine; a missing server is shown, not hidden.</summary>
    public static IEnumerable<TestFixtureData> All
    {
        get
        {
            yield return new TestFixtureData("sqlite");
            var server = new TestFixtureData("sqlserver");
            if (SqlServer is null) server.Ignore($"{Variable} holds no connection string.");
            yield return server;
        }
    }
}
