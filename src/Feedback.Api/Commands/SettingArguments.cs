namespace Feedback.Api.Commands;

/// <summary>Tells settings on the command line (<c>--Section:Name=value</c>, <c>--urls value</c>) from verbs and their options.</summary>
internal static class SettingArguments
{
    /// <summary>Settings of the host whose names have no section.</summary>
    private static readonly string[] HostSettings = ["urls", "environment", "contentRoot", "applicationName"];

    /// <summary>The settings, in the form <c>--name=value</c>, and what is left: a verb with its options.</summary>
    public static (string[] Settings, string[] Verb) Split(string[] args)
    {
        List<string> settings = [], rest = [];
        for (var i = 0; i < args.Length; i++)
        {
            if (!IsSetting(args[i], out var hasValue)) rest.Add(args[i]);
            else if (hasValue) settings.Add(args[i]);
            else if (i + 1 < args.Length) settings.Add($"{args[i]}={args[++i]}");
            else throw new InvalidSettingException(args[i][2..], "stands without a value");
        }
        return ([.. settings], [.. rest]);
    }

    private static bool IsSetting(string argument, out bool hasValue)
    {
        var end = argument.IndexOf('=');
        hasValue = end >= 0;
        if (!argument.StartsWith("--", StringComparison.Ordinal)) return false;
        var name = hasValue ? argument[2..end] : argument[2..];
        return name.Contains(':') || HostSettings.Contains(name, StringComparer.OrdinalIgnoreCase);
    }
}
