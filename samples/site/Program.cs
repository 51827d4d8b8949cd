using Feedback.Samples.Site;

try
{
    await SampleSite.Build(args).RunAsync();
    return 0;
}
catch (ArgumentException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
