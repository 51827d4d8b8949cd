using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http;
using Feedback.Api.Ingest;
using Feedback.Api.Texts;
using Feedback.Indicators;

namespace Feedback.Api.Features.Imports;

/// <summary>
/// Takes the rows of a file through a map to the writer, some hundred in flight at a time. Safe to repeat: a row has the same
/// id every time, so what is stored is not stored again.
/// </summary>
internal sealed class Import(CatalogueCache catalogue, Cohorts cohorts, Inbox inbox, Seal seal, OrganisationClock clock, CommentReaders texts)
{
    private const int BatchSize = 500, InFlight = 3;

    private readonly Queue<Batch> _waiting = new();
    private readonly RowNumbers _numbers = new();
    private bool _isByContent, _isDryRun;
    private ExceptionDispatchInfo? _broken;
    private RowReader _reader = null!;
    private ImportTally _tally = null!;
    private Action<ImportRow, Reject>? _rejected;

    /// <summary>Whose rows they are, among those who send at the same time.</summary>
    public string Sender { get; set; } = "";

    /// <summary>Whether the import may go on under a catalogue that has changed meanwhile.</summary>
    public Func<CatalogueSnapshot, bool>? MayGoOn { get; set; }

    /// <summary>Imports every row; the tally is kept up to date meanwhile.</summary>
    /// <param name="rows">The file after its header.</param>
    /// <param name="header">The file's columns.</param>
    /// <param name="map">Fits the header and the catalogue.</param>
    /// <param name="snapshot">The catalogue that the map was bound to.</param>
    /// <param name="isDryRun">Checks every row and stores none.</param>
    /// <param name="tally">What became of the rows so far.</param>
    /// <param name="rejected">Called with every row that was not stored.</param>
    /// <param name="cancellation">Ends it after the rows in flight.</param>
    /// <exception cref="ImportStoppedException">The survey changed meanwhile so that the map does not fit any more.</exception>
    public async Task Run(IAsyncEnumerable<ImportRow> rows, ImportHeader header, ImportMap map, CatalogueSnapshot snapshot, bool isDryRun,
        ImportTally tally, Action<ImportRow, Reject>? rejected, CancellationToken cancellation)
    {
        (_reader, _tally, _rejected) = (new RowReader(map, header, snapshot, seal, clock, texts, _numbers), tally, rejected);
        (_isByContent, _isDryRun) = (map.IdFrom == IdSource.Content, isDryRun);
        var batch = new Batch();
        await using var each = rows.GetAsyncEnumerator(cancellation);
        while (await Next(each))
        {
            var row = each.Current;
            tally.Read++;
            if (_reader.Read(row, cohorts, out var response) is { } reject) Refuse(row, reject);
            else if (response is null) tally.LeftOut++;
            else if (isDryRun) tally.Stored++;
            else batch.Add(row, response);
            if (batch.Rows.Count < BatchSize && batch.Bytes < Inbox.PartBytes) continue;
            await Post(batch, map, header, cancellation);
            batch = new Batch();
        }
        if (batch.Rows.Count > 0) await Post(batch, map, header, cancellation);
        while (_waiting.TryDequeue(out var left)) await Settle(left, map, header, cancellation);
        _broken?.Throw();
    }

    /// <summary>Goes on to the next row; where the file breaks, the rest of it is refused as one.</summary>
    private async ValueTask<bool> Next(IAsyncEnumerator<ImportRow> rows)
    {
        try
        {
            return await rows.MoveNextAsync();
        }
        catch (BrokenFileException e)
        {
            _tally.Read++;
            Refuse(new ImportRow(e.Line, []), new Reject(e.Line, "", _isDryRun ? e.What : $"{e.What} What came before it is stored; importing the whole file again stores nothing twice.", ProblemCodes.MalformedFile));
            return false;
        }
        catch (Exception e) when (e is BadHttpRequestException or InvalidDataException)
        {
            // Rows on their way are counted first, so that the tally is right when it is thrown.
            _broken = ExceptionDispatchInfo.Capture(e);
            return false;
        }
    }

    private async Task Post(Batch batch, ImportMap map, ImportHeader header, CancellationToken cancellation)
    {
        if (catalogue.Current.Survey(map.Survey!) is { Audience: Audience.Employee }) batch.Shuffle();
        await inbox.Post(batch.Submit(Sender), cancellation);
        _waiting.Enqueue(batch);
        while (_waiting.Count > InFlight) await Settle(_waiting.Dequeue(), map, header, cancellation);
    }

    /// <summary>Waits for a batch's commit and counts its outcomes; rows that have to be checked again go through once more.</summary>
    private async Task Settle(Batch batch, ImportMap map, ImportHeader header, CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < Submission.StalePatience)
        {
            await batch.Submission!.Committed;
            var stale = new Batch();
            foreach (var (row, response) in batch.Rows.Zip(batch.Responses))
            {
                if (response.Outcome == Outcome.Stale) stale.Rows.Add(row);
                else if (Count(response.Outcome) is { } fault) Refuse(row, new Reject(row.Line, ColumnOf(fault, map), fault.Reason, fault.Code));
            }
            if (stale.Rows.Count == 0) return;
            await Rebind(map, header, cancellation);
            var again = new Batch();
            foreach (var row in stale.Rows)
            {
                if (_reader.Read(row, cohorts, out var response) is { } reject) Refuse(row, reject);
                else again.Add(row, response!);
            }
            if (again.Rows.Count == 0) return;
            await inbox.Post(again.Submit(Sender), cancellation);
            batch = again;
        }
        throw new ImportStoppedException("Surveys change too fast; try again.");
    }

    private async Task Rebind(ImportMap map, ImportHeader header, CancellationToken cancellation)
    {
        var fresh = await catalogue.Refresh(cancellation);
        if (MayGoOn?.Invoke(fresh) == false) throw new ImportStoppedException("The key has died.");
        if (MapBinding.Problems(map, header, fresh) is [var problem, ..]) throw new ImportStoppedException(problem);
        _reader = new RowReader(map, header, fresh, seal, clock, texts, _numbers);
    }

    private static string ColumnOf(Fault fault, ImportMap map) =>
        fault.Code == ProblemCodes.ResponseConflict ? string.Join(", ", map.Id ?? []) : map.Code?.Column ?? "";

    private Fault? Count(Outcome outcome)
    {
        switch (outcome)
        {
            case Outcome.Stored: _tally.Stored++; return null;
            case Outcome.AlreadyStored: _tally.AlreadyStored++; return null;
            case Outcome.Erased: _tally.Erased++; return null;
            case Outcome.Conflict: return new Fault(ProblemCodes.ResponseConflict, _isByContent ? "The same row was stored before, when it was read otherwise; what was stored stays." : "The same id was stored with other content.");
            case Outcome.UnknownCode: return new Fault(ProblemCodes.UnknownCode, "There is no such invitation code.");
            case Outcome.UsedCode: return new Fault(ProblemCodes.UsedCode, "The invitation code was used before.");
            default: throw new InvalidOperationException($"{outcome} is no outcome of an import.");
        }
    }

    private void Refuse(ImportRow row, Reject reject)
    {
        _tally.Reject(reject);
        _rejected?.Invoke(row, reject);
    }

    private sealed class Batch
    {
        public List<ImportRow> Rows { get; } = [];
        public List<NewResponse> Responses { get; } = [];
        public Submission? Submission { get; private set; }
        public long Bytes { get; private set; }

        public void Add(ImportRow row, NewResponse response)
        {
            Rows.Add(row);
            Responses.Add(response);
            Bytes += Submission.SizeOf(response) + 2L * row.Source.Sum(c => c?.Length ?? 0);
        }

        /// <summary>Exports stand in the order of names or staff numbers: responses of employees are not to be stored in it.</summary>
        public void Shuffle()
        {
            var (rows, responses, order) = (Rows.ToArray(), Responses.ToArray(), Enumerable.Range(0, Rows.Count).ToArray());
            RandomNumberGenerator.Shuffle(order.AsSpan());
            // Of rows with one code or one id the first in the file still comes first.
            foreach (var slots in Enumerable.Range(0, order.Length).GroupBy(s => responses[order[s]].CodeHash ?? responses[order[s]].Id.ToString()).Where(g => g.Count() > 1))
            {
                foreach (var (slot, index) in slots.Zip(slots.Select(s => order[s]).Order().ToArray())) order[slot] = index;
            }
            for (var i = 0; i < order.Length; i++) (Rows[i], Responses[i]) = (rows[order[i]], responses[order[i]]);
        }

        public Submission Submit(string sender) => Submission = new Submission(Responses, sender) { Way = WayIn.Import };
    }
}

/// <summary>An import that cannot go on; what was stored stays.</summary>
internal sealed class ImportStoppedException(string why) : Exception(why);
