using System.Globalization;
using System.Runtime.CompilerServices;

namespace Feedback.Api;

/// <summary>Numbers, dates and messages are the same on every machine, whatever its language.</summary>
/// <remarks>Not the globalization-invariant mode of .NET: in that the driver of SQL Server refuses to open a connection.</remarks>
internal static class Culture
{
    [ModuleInitializer]
    internal static void BeInvariant()
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
    }
}
