using Feedback.Api.Data;
using Feedback.Api.Http.SignOn;
using Feedback.Api.Telemetry;

namespace Feedback.Api;

/// <summary>The settings below <c>Feedback</c>. A wrong one stops the start with its name and what is wrong.</summary>
public sealed record Settings
{
    public const string Section = "Feedback";

    /// <summary>The folder of the embedded store.</summary>
    public string DataDirectory { get; init; } = "data";

    public DatabaseSettings Database { get; init; } = new();

    /// <summary>The admin key; without it a first start makes one.</summary>
    public string? AdminKey { get; init; }

    /// <summary>The organisation's time zone, by its IANA name.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>The fewest people or responses behind any figure (k).</summary>
    public int MinimumGroup { get; init; } = DefaultMinimumGroup;

    /// <summary>The secret of keyed hashes; made once and kept in the store without it.</summary>
    public string? Secret { get; init; }

    /// <summary>So many days after its end a period of the calendar is released by itself; null for never.</summary>
    public int? ReleaseAfterDays { get; init; }

    public WebhookSettings Webhooks { get; init; } = new();

    public OidcSettings Oidc { get; init; } = new();

    public TelemetrySettings Telemetry { get; init; } = new();

    public LimitSettings Limits { get; init; } = new();

    public const int LowestMinimumGroup = 5, DefaultMinimumGroup = 10;

    /// <summary>Reads the settings and checks every one.</summary>
    /// <exception cref="InvalidSettingException">A setting is wrong.</exception>
    public static Settings Read(IConfiguration configuration)
    {
        var settings = Bind(configuration.GetSection(Section));
        if (settings.Database.Engine is not ("sqlite" or "sqlserver")) throw new InvalidSettingException("Feedback:Database:Engine", "is neither sqlite nor sqlserver");
        if (settings.Database.Engine == "sqlserver" && string.IsNullOrWhiteSpace(settings.Database.ConnectionString))
            throw new InvalidSettingException("Feedback:Database:ConnectionString", "is needed by the engine sqlserver");
        if (settings.Database.Engine == "sqlite" && !string.IsNullOrWhiteSpace(settings.Database.ReadConnectionString))
            throw new InvalidSettingException("Feedback:Database:ReadConnectionString", "is for the engine sqlserver; a file is read where it is written");
        if (settings.Database.WaitAtStart is < 0 or > 3_600) throw new InvalidSettingException("Feedback:Database:WaitAtStart", "is not from 0 to 3600 seconds");
        if (settings.AdminKey is { Length: < Http.AdminKey.MinimumLength or > 256 })
            throw new InvalidSettingException("Feedback:AdminKey", $"has fewer than {Http.AdminKey.MinimumLength} characters, or more than 256");
        if (settings.MinimumGroup is < LowestMinimumGroup or > 1000) throw new InvalidSettingException("Feedback:MinimumGroup", $"is not from {LowestMinimumGroup} to 1000");
        if (settings.ReleaseAfterDays is < 0 or > 366) throw new InvalidSettingException("Feedback:ReleaseAfterDays", "is not from 0 to 366");
        if (settings.Secret is { Length: < 32 }) throw new InvalidSettingException("Feedback:Secret", "has fewer than 32 characters");
        settings.Oidc.Check();
        settings = settings with { Telemetry = settings.Telemetry.With(configuration) };
        settings.Telemetry.Check();
        settings.Limits.Check();
        _ = settings.Zone();
        return settings;
    }

    /// <summary>The organisation's time zone.</summary>
    public TimeZoneInfo Zone() => TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone)
        ? zone
        : throw new InvalidSettingException("Feedback:TimeZone", "is not a time zone this system knows");

    /// <summary>The store that the settings name.</summary>
    public Database OpenDatabase()
    {
        try
        {
            return Database.Engine == "sqlserver"
                ? new SqlServerDatabase(Database.ConnectionString!)
                : new SqliteDatabase(Database.ConnectionString ?? $"Data Source={Path.Combine(DataDirectory, "feedback.db")}");
        }
        catch (ArgumentException)
        {
            throw new InvalidSettingException("Feedback:Database:ConnectionString", $"is not a connection string of {Database.Engine}");
        }
    }

    /// <summary>The read replica that the settings name; null for none.</summary>
    public Database? OpenReplica()
    {
        if (string.IsNullOrWhiteSpace(Database.ReadConnectionString)) return null;
        try
        {
            return new SqlServerDatabase(SqlServerDatabase.ForReading(Database.ReadConnectionString));
        }
        catch (ArgumentException)
        {
            throw new InvalidSettingException("Feedback:Database:ReadConnectionString", "is not a connection string of sqlserver");
        }
    }

    /// <summary>A name that is no setting is one that was spelled wrong.</summary>
    private static void Check<T>(IConfigurationSection section, string path)
    {
        var known = typeof(T).GetProperties().Where(p => p.CanWrite).Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (section.GetChildren().FirstOrDefault(child => !known.Contains(child.Key)) is { } unknown) throw new InvalidSettingException($"{path}:{unknown.Key}", "is not a setting");
    }

    private static Settings Bind(IConfigurationSection section)
    {
        Check<Settings>(section, Section);
        Check<DatabaseSettings>(section.GetSection(nameof(Database)), $"{Section}:{nameof(Database)}");
        Check<OidcSettings>(section.GetSection(nameof(Oidc)), $"{Section}:{nameof(Oidc)}");
        Check<TelemetrySettings>(section.GetSection(nameof(Telemetry)), $"{Section}:{nameof(Telemetry)}");
        Check<WebhookSettings>(section.GetSection(nameof(Webhooks)), $"{Section}:{nameof(Webhooks)}");
        Check<LimitSettings>(section.GetSection(nameof(Limits)), $"{Section}:{nameof(Limits)}");
        try
        {
            return section.Get<Settings>() ?? new Settings();
        }
        catch (InvalidOperationException e)
        {
            throw new InvalidSettingException(Section, "has a value of the wrong kind: " + e.Message);
        }
    }
}

public sealed record DatabaseSettings
{
    /// <summary><c>sqlite</c> or <c>sqlserver</c>.</summary>
    public string Engine { get; init; } = "sqlite";

    public string? ConnectionString { get; init; }

    /// <summary>A read replica of the engine <c>sqlserver</c>, which figures, comments and exports are read from.</summary>
    public string? ReadConnectionString { get; init; }

    /// <summary>So many seconds a start waits for a server that does not answer yet.</summary>
    public int WaitAtStart { get; init; } = 60;

    internal TimeSpan PatienceAtStart => TimeSpan.FromSeconds(WaitAtStart);
}

public sealed record WebhookSettings
{
    /// <summary>Whether messages may go to addresses of this machine and of private networks, and without TLS.</summary>
    public bool AllowPrivateAddresses { get; init; }
}

/// <summary>A setting that stops the start.</summary>
public sealed class InvalidSettingException(string setting, string what) : Exception($"The setting {setting} {what}.");
