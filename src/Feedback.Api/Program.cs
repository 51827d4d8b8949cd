using Feedback.Api;

try
{
    var builder = WebApplication.CreateBuilder(args);
    var app = Service.Build(builder);
    if (await app.Services.GetRequiredService<Startup>().Run() is { } key)
        Console.WriteLine($"A first admin key was made. It is shown once: {key}");
    await app.RunAsync();
    return 0;
}
catch (InvalidSettingException e)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}
