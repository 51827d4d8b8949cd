using System.Security.Cryptography;
using System.Text;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Features.Unprompted;

namespace Feedback.Api;

/// <summary>What happens between the settings and the first request: migrate, agree on the secret, make the first key, read the catalogue.</summary>
public sealed partial class Startup(Database database, Settings settings, CatalogueCache catalogue, Cohorts cohorts, SecretHolder secret, TimeProvider time, ILogger<Startup> logger)
{
    internal const string SecretName = "secret";
    private const string SecretMark = "secret-mark", ZoneMark = "time-zone";

    /// <summary>Makes the store ready.</summary>
    /// <param name="patience">How long it waits for a server that is not there yet.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The admin key that was made now because there was none; shown once, on the console only.</returns>
    public async Task<string?> Run(TimeSpan patience = default, CancellationToken cancellation = default)
    {
        // What comes after is done once: a key that was made and not shown would be lost.
        await Retry.Starting(patience, (e, left) => NotThereYet(logger, Database.Reason(e) ?? e.Message, (int)left.TotalSeconds)).Run(token => Migrator.Migrate(database, time, token), cancellation);
        await using (var session = await database.Write(cancellation))
        {
            await Migrator.TakeTurn(session);
            secret.Value = settings.Secret is { } own ? Encoding.UTF8.GetBytes(own) : Convert.FromHexString(await StoredSecret(session));
            await AgreeOn(session, "Feedback:Secret", SecretMark, Convert.ToHexString(HMACSHA256.HashData(secret.Value, "mark"u8)));
            await AgreeOn(session, "Feedback:TimeZone", ZoneMark, settings.TimeZone);
            await WordLists.NumberTopics(session, WordLists.BuiltInTopics.Select(t => t.Code!));
            await FeedbackSurveys.Publish(session, settings.MinimumGroup, time);
            await session.Commit();
        }
        var madeKey = settings.AdminKey is null ? await FirstKey(cancellation) : null;
        await catalogue.Refresh(cancellation);
        await using var reading = await database.Read(cancellation);
        await cohorts.CatchUp(reading);
        return madeKey;
    }

    private static async Task<string> StoredSecret(Session session)
    {
        await session.Run(Queries.InsertSetting, new { Name = SecretName, Value = Convert.ToHexString(RandomNumberGenerator.GetBytes(32)) });
        return (await session.Row<string>(Queries.ReadSetting, new { Name = SecretName }))!;
    }

    /// <summary>
    /// A store keeps what its hashes and days were made with. Under another secret no retry and no receipt would be known again,
    /// and a customer could not be erased; under another time zone days would not join.
    /// </summary>
    private static async Task AgreeOn(Session session, string setting, string name, string value)
    {
        await session.Run(Queries.InsertSetting, new { Name = name, Value = value });
        if (await session.Row<string>(Queries.ReadSetting, new { Name = name }) != value) throw new InvalidSettingException(setting, "is not the one this store was made with");
    }

    private async Task<string?> FirstKey(CancellationToken cancellation)
    {
        await using var session = await database.Write(cancellation);
        await Migrator.TakeTurn(session);
        if ((await CatalogueReader.Read(session)).Keys.Any(k => k.Scope == KeyScope.Admin && k.RevokedAt is null)) return null;
        var (key, stored) = NewKey.Make("first admin key", KeyScope.Admin, null, [], null, time.GetUtcNow());
        await NewKey.Insert(session, stored);
        await session.Commit();
        return key;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The store cannot be used yet: {Reason} It is tried again for {Seconds} s")]
    private static partial void NotThereYet(ILogger logger, string reason, int seconds);
}

/// <summary>Holds the secret from the moment the store gave it.</summary>
public sealed class SecretHolder
{
    private byte[]? _value;

    public byte[] Value
    {
        get => _value ?? throw new InvalidOperationException("The secret is read at start.");
        set => _value = value;
    }
}
