using System.Buffers;

namespace Feedback.Api.Data;

/// <summary>Stores groups in SQLite by prepared statements on a connection of its own, past ADO.NET: this is the hot loop.</summary>
internal sealed class SqliteResponseStore : ResponseStore
{
    private readonly SqliteDatabase _database;
    private readonly Cohorts _cohorts;
    private readonly SqliteHandle _connection;
    private readonly SqliteStatement _readStamp, _insertResponse, _readKnown, _insertComment, _insertFlag, _insertMessage, _appendGroup, _useCode, _readCode;
    private readonly SqliteStatement _readCohort, _insertCohort, _insertCohortValue, _begin, _commit, _rollback;
    private readonly SqliteFold _fold;
    private readonly GroupCounts _counts = new();
    private readonly ArrayBufferWriter<byte> _packed = new(16_384);
    private readonly Dictionary<string, (int Id, CohortKey Key)> _newCohorts = new(StringComparer.Ordinal);
    private readonly byte[] _id = new byte[16];

    public SqliteResponseStore(SqliteDatabase database, Cohorts cohorts)
    {
        (_database, _cohorts) = (database, cohorts);
        var db = _connection = database.OpenHandle(cacheKiB: 32_000);
        _begin = new(db, "begin immediate");
        _commit = new(db, "commit");
        _rollback = new(db, "rollback");
        _readStamp = new(db, database.Text(Queries.HoldStamp));
        _insertResponse = new(db, database.Text(Queries.InsertResponse), "Id", "ContentHash", "Survey", "Version", "Day", "Period", "Cohort",
            "AnsweredAt", "Delay", "Language", "Respondent", "Weight", "Answers");
        _readKnown = new(db, database.Text(Queries.ReadKnownResponse), "Id");
        _insertComment = new(db, database.Text(Queries.InsertComment), "Variable", "Text", "Language", "Sentiment", "Topics", "Analysis", "Place", "Original", "Id");
        _insertFlag = new(db, database.Text(Queries.InsertFlag), "FlagKey", "Week", "Node", "Id");
        _insertMessage = new(db, database.Text(Queries.InsertMessage), "MessageId", "Webhook", "Event", "Survey", "Response", "Content", "CreatedAt");
        _appendGroup = new(db, database.Text(Queries.AppendGroup), "Counts", "Content");
        _useCode = new(db, database.Text(Queries.UseCode), "Survey", "Hash");
        _readCode = new(db, database.Text(Queries.ReadCode), "Survey", "Hash");
        _readCohort = new(db, database.Text(Queries.ReadCohort), "Signature");
        _insertCohort = new(db, database.Text(Queries.InsertCohort), "Survey", "IsTest", "Signature");
        _insertCohortValue = new(db, database.Text(Queries.InsertCohortValue), "Cohort", "Dimension", "Value");
        _fold = new SqliteFold(database, db);
    }

    public override int Store(IReadOnlyList<NewResponse> group)
    {
        _counts.Clear();
        _newCohorts.Clear();
        InTransaction(() =>
        {
            var stamp = ReadStamp();
            foreach (var response in group) response.Outcome = response.Stamp == stamp ? Insert(response) : Outcome.Stale;
            if (_counts.Count > 0) AppendCounts();
        });
        foreach (var (id, key) in _newCohorts.Values) _cohorts.Add(id, key);
        return _counts.Count;
    }

    /// <summary>The more at once, the more counts share a key; a step takes some tenths of a second.</summary>
    public override int FoldSize => 500_000;

    public override long Fold(int rows, TimeProvider time)
    {
        long left = 0;
        // The time is taken where nobody else can commit any more: what is folded was committed before it.
        InTransaction(() => left = _fold.Run(rows, time.GetUtcNow().ToUnixTimeMilliseconds()));
        return left;
    }

    public override void Try(TimeProvider time)
    {
        using SqliteStatement change = new(_connection, _database.Text(Queries.ChangeSetting), "Value", "Name"), insert = new(_connection, _database.Text(Queries.InsertSetting), "Name", "Value");
        // As many pages as some responses take: on a disk that is nearly full one page says nothing.
        var value = TryValue(time).PadRight(20_000, '.');
        InTransaction(() =>
        {
            change.Bind(1, value);
            change.Bind(2, TryMark);
            if (change.Run() > 0) return;
            insert.Bind(1, TryMark);
            insert.Bind(2, value);
            insert.Run();
        });
    }

    private Outcome Insert(NewResponse response)
    {
        response.StoredId.TryWriteBytes(_id, bigEndian: true, out _);
        if (response.CodeHash is not null && Known(response) is { } earlier) return earlier;
        if (response.CodeHash is { } code && !UseCode(response.Survey, code))
            return CodeExists(response.Survey, code) ? Outcome.UsedCode : Outcome.UnknownCode;
        var cohort = _cohorts.Find(response.Cohort) ?? MakeCohort(response.Cohort);
        _insertResponse.BindBlob(1, _id);
        _insertResponse.Bind(2, response.ContentHash);
        _insertResponse.Bind(3, response.Survey);
        _insertResponse.Bind(4, response.Version);
        _insertResponse.Bind(5, response.Day);
        _insertResponse.Bind(6, response.Period);
        _insertResponse.Bind(7, cohort);
        _insertResponse.Bind(8, response.AnsweredAt);
        _insertResponse.Bind(9, (long?)response.Delay);
        _insertResponse.Bind(10, response.Language);
        _insertResponse.Bind(11, response.Respondent);
        _insertResponse.Bind(12, response.Weight);
        _insertResponse.BindText(13, response.Answers);
        if (_insertResponse.Run() == 0) return Known(response) ?? throw new InvalidOperationException("A response was neither new nor known.");
        foreach (var comment in response.Comments)
        {
            _insertComment.Bind(1, comment.Variable);
            _insertComment.Bind(2, comment.Text);
            _insertComment.Bind(3, comment.Language);
            _insertComment.Bind(4, (long?)comment.Sentiment);
            _insertComment.Bind(5, comment.Topics);
            _insertComment.Bind(6, comment.Analysis);
            _insertComment.Bind(7, comment.Place);
            _insertComment.Bind(8, comment.Original);
            _insertComment.BindBlob(9, _id);
            _insertComment.Run();
        }
        if (response.Flag is { } flag) Insert(flag);
        foreach (var message in response.Messages) Insert(message);
        _counts.Add(response, cohort);
        return Outcome.Stored;
    }

    private void Insert(NewFlag flag)
    {
        _insertFlag.Bind(1, flag.FlagKey);
        _insertFlag.Bind(2, flag.Week);
        _insertFlag.Bind(3, flag.Node);
        _insertFlag.BindBlob(4, _id);
        _insertFlag.Run();
    }

    private void Insert(NewMessage message)
    {
        _insertMessage.Bind(1, message.MessageId);
        _insertMessage.Bind(2, message.Webhook);
        _insertMessage.Bind(3, message.Event);
        _insertMessage.Bind(4, (long?)message.Survey);
        _insertMessage.BindBlob(5, _id);
        _insertMessage.Bind(6, message.Content);
        _insertMessage.Bind(7, message.CreatedAt);
        _insertMessage.Run();
    }

    private Outcome? Known(NewResponse response)
    {
        _readKnown.BindBlob(1, _id);
        Outcome? outcome = !_readKnown.Step() ? null
            : _readKnown.Number(1) != 0 ? Outcome.Erased
            : _readKnown.Number(0) == response.ContentHash ? Outcome.AlreadyStored : Outcome.Conflict;
        _readKnown.Reset();
        return outcome;
    }

    private int MakeCohort(CohortKey key)
    {
        if (_newCohorts.TryGetValue(key.Text, out var made)) return made.Id;
        var id = FindCohort(key.Signature);
        if (id is null)
        {
            _insertCohort.Bind(1, key.Survey);
            _insertCohort.Bind(2, key.IsTest ? 1 : 0);
            _insertCohort.Bind(3, key.Signature);
            _insertCohort.Run();
            id = FindCohort(key.Signature)!.Value;
            for (var i = 0; i < key.Values.Length; i++)
            {
                if (key.Values[i] is not { } value) continue;
                _insertCohortValue.Bind(1, id.Value);
                _insertCohortValue.Bind(2, key.Dimensions[i]);
                _insertCohortValue.Bind(3, value);
                _insertCohortValue.Run();
            }
        }
        _newCohorts[key.Text] = (id.Value, key);
        return id.Value;
    }

    private int? FindCohort(string signature)
    {
        _readCohort.Bind(1, signature);
        int? id = _readCohort.Step() ? (int)_readCohort.Number(0) : null;
        _readCohort.Reset();
        return id;
    }

    private bool UseCode(int survey, string hash)
    {
        _useCode.Bind(1, survey);
        _useCode.Bind(2, hash);
        return _useCode.Run() == 1;
    }

    private bool CodeExists(int survey, string hash)
    {
        _readCode.Bind(1, survey);
        _readCode.Bind(2, hash);
        var exists = _readCode.Step();
        _readCode.Reset();
        return exists;
    }

    private void AppendCounts()
    {
        _packed.ResetWrittenCount();
        PackedCounts.Write(_counts, _packed);
        _appendGroup.Bind(1, _counts.Count);
        _appendGroup.BindText(2, _packed.WrittenSpan);
        _appendGroup.Run();
    }

    private long ReadStamp()
    {
        _readStamp.Step();
        var stamp = _readStamp.Number(0);
        _readStamp.Reset();
        return stamp;
    }

    private void InTransaction(Action work)
    {
        _database.Gate.Wait();
        try
        {
            _begin.Run();
            try
            {
                work();
                _commit.Run();
            }
            catch
            {
                // After a failed commit or a full disk SQLite may have rolled back by itself; autocommit tells.
                if (!_connection.IsAutocommit) _rollback.Run();
                throw;
            }
        }
        finally
        {
            _database.Gate.Release();
        }
    }

    public override void Dispose()
    {
        foreach (var statement in (SqliteStatement[])[_readStamp, _insertResponse, _readKnown, _insertComment, _insertFlag, _insertMessage, _appendGroup, _useCode, _readCode,
            _readCohort, _insertCohort, _insertCohortValue, _begin, _commit, _rollback]) statement.Dispose();
        _fold.Dispose();
        _connection.Dispose();
        base.Dispose();
    }
}
