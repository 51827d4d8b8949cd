using System.Text.Json.Nodes;
using Feedback.Api.Tests.Anonymity.Invented;

namespace Feedback.Api.Tests.Anonymity;

/// <summary>How tests publish a small survey of people put together by hand, on a service they share.</summary>
internal static class SmallRelease
{
    /// <summary>The days on which people answer.</summary>
    public static DateOnly DayOf(string period) => DateOnly.ParseExact(period + "-10", "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Sets the units, stores the answers of one period and releases it; gives the receipts of the answers.</summary>
    public static async Task<string[]> Wave(this TestService service, string survey, InventedOrganisation organisation, string period, string[] dimensions, bool withCodes = true)
    {
        var receipts = await service.Collect(survey, organisation, period, dimensions, withCodes);
        await service.Release(period);
        return receipts;
    }

    /// <summary>Sets the units and stores the answers of one period.</summary>
    public static async Task<string[]> Collect(this TestService service, string survey, InventedOrganisation organisation, string period, string[] dimensions, bool withCodes = true)
    {
        await service.Admin.Put("/v1/units", organisation.ToUnits()).Body();
        JsonObject[] responses = [.. organisation.ToResponses(DayOf(period), dimensions)];
        if (withCodes) await service.StoreInvited(survey, responses);
        else await service.Store(survey, responses);
        return [.. responses.Select(r => (string)r["id"]!)];
    }

    /// <summary>Says that everybody on the register was invited on the first day of a period.</summary>
    public static async Task Invite(this TestService service, string survey, InventedOrganisation organisation, string period)
    {
        await service.Admin.Put("/v1/units", organisation.ToUnits()).Body();
        await service.Admin.Put($"/v1/surveys/{survey}/invitations", new JsonObject
        {
            ["invitations"] = new JsonArray([.. organisation.People.GroupBy(p => p.Team).Select(team => (JsonNode)new JsonObject
            {
                ["about"] = new JsonObject { ["unit"] = team.Key },
                ["on"] = period + "-01",
                ["count"] = team.Count(),
            })]),
        }).Body();
    }
}
