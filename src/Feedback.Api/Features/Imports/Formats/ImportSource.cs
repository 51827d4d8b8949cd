namespace Feedback.Api.Features.Imports.Formats;

/// <summary>What a file or a message holds: its columns, and its rows one by one.</summary>
/// <param name="header">The columns.</param>
/// <param name="rows">Read once.</param>
internal sealed class ImportSource(ImportHeader header, IAsyncEnumerable<ImportRow> rows) : IAsyncDisposable
{
    public ImportHeader Header => header;

    public IAsyncEnumerable<ImportRow> Rows => rows;

    /// <summary>The rows before the first response, as the file has them.</summary>
    public IReadOnlyList<string?[]> Head { get; init; } = [];

    public char Delimiter { get; init; } = ',';

    /// <summary>The time zone of a column's times, where the file says so.</summary>
    public Func<string, string?> ZoneOf { get; init; } = _ => null;

    /// <summary>Closed with the source.</summary>
    public IAsyncDisposable? File { get; init; }

    public ValueTask DisposeAsync() => File?.DisposeAsync() ?? ValueTask.CompletedTask;
}
