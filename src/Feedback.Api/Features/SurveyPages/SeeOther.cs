namespace Feedback.Api.Features.SurveyPages;

/// <summary>Leads on to another page, which is asked for anew: loading that again sends nothing twice.</summary>
/// <param name="address">Relative to the request's.</param>
internal sealed class SeeOther(string address) : IResult
{
    public Task ExecuteAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = address;
        context.Response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
