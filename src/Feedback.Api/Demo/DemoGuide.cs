namespace Feedback.Api.Demo;

/// <summary>What the console shows of a demo: its keys, and requests to try.</summary>
internal static class DemoGuide
{
    /// <summary>How many invitation codes it shows.</summary>
    public const int Codes = 3;

    public static string Text(string address, DemoKeys keys, IReadOnlyList<string> codes, int seed = DemoOptions.DefaultSeed)
    {
        var root = address.Replace("//0.0.0.0", "//localhost").Replace("//[::]", "//localhost").Replace("//*", "//localhost").Replace("//+", "//localhost").TrimEnd('/');
        return
            $$$"""

            A simulated bank of 1,500 employees. Its keys, for this demo only:

              admin              {{{keys.Admin}}}
              read (BI tools)    {{{keys.Read}}}
              ingest (widgets)   {{{keys.Ingest}}}
              champion           {{{keys.Champion}}}

            Look at it (the page takes the key out of the address):

              {{{root}}}/report#key={{{keys.Read}}}

            Answer as a customer, in English or German; as an employee, with an invitation code that the second line makes:

              {{{root}}}/s/{{{DemoSurveys.Customers}}}?about.channel=branch&about.unit=retail-south
              curl -X POST -H "X-Api-Key: {{{keys.Admin}}}" -H "Content-Type: application/json" -d '{"count":1}' "{{{root}}}/v1/surveys/{{{DemoSurveys.Employees}}}/codes"
              {{{root}}}/s/{{{DemoSurveys.Employees}}}?view=steps&about.unit=retail-south

            Or on two sample pages of another origin, which have the widget. In another console, from the source's folder:

              dotnet run --project samples/site -- --service {{{root}}} --shop-key {{{keys.Shop}}} --intranet-key {{{keys.Intranet}}}

              {{{DemoCatalogue.SampleSite}}}/shop
            {{{string.Join('\n', codes.Select(c => $"  {DemoCatalogue.SampleSite}/intranet?code={c}"))}}}

            Do customers trust it, and how did that move?

              curl -H "X-Api-Key: {{{keys.Read}}}" "{{{root}}}/v1/indicators/trust?audience=customer"
              curl -H "X-Api-Key: {{{keys.Read}}}" "{{{root}}}/v1/indicators/trust?audience=customer&interval=month"

            Which channel drifts away, and which unit fell behind?

              curl -H "X-Api-Key: {{{keys.Read}}}" "{{{root}}}/v1/indicators/satisfaction?audience=customer&interval=quarter&by=channel"
              curl -H "X-Api-Key: {{{keys.Read}}}" "{{{root}}}/v1/indicators/satisfaction?audience=customer&interval=month&where=unit:retail-south"

            What did the service training bring, compared with the units that had none? Do units with engaged employees have satisfied customers?

              curl -H "X-Api-Key: {{{keys.Read}}}" "{{{root}}}/v1/indicators/change?of=trust&audience=customer&initiative={{{DemoInitiatives.Training.Key}}}"
              curl -H "X-Api-Key: {{{keys.Read}}}" "{{{root}}}/v1/indicators/alignment?audience=customer"

            Do the units of Operations work for one company?

              curl -H "X-Api-Key: {{{keys.Read}}}" "{{{root}}}/v1/indicators/silo?audience=employee&level=3&where=unit:operations"

            What do people in the branches write? A key for figures reads no texts:

              curl -H "X-Api-Key: {{{keys.Admin}}}" "{{{root}}}/v1/comments?survey={{{DemoSurveys.Employees}}}&where=unit:retail"

            Who has raised a concern, and what was answered? A sender reads it with the receipt, on a page; this is the one from the contact centre:

              curl -H "X-Api-Key: {{{keys.Champion}}}" "{{{root}}}/v1/flags"
              {{{root}}}/thread   receipt {{{DemoConcerns.Receipt(seed, 1)}}}

            Is it the same good experience at every touchpoint? As a table for a spreadsheet:

              curl -H "X-Api-Key: {{{keys.Read}}}" "{{{root}}}/v1/indicators/consistency?audience=customer"
              curl -H "Accept: text/csv" -H "X-Api-Key: {{{keys.Read}}}" "{{{root}}}/v1/indicators/recommend?audience=customer&by=unit"

            One more customer:

              curl -H "X-Api-Key: {{{keys.Ingest}}}" -H "Content-Type: application/json" -d '{"about":{"channel":"web"},"answers":{"satisfaction":5,"comment":"Fine."}}' "{{{root}}}/v1/surveys/{{{DemoSurveys.Customers}}}/responses"

            The stories in the data, their size and where they show: docs/demo.md
            """;
    }
}
