using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using FluentValidation;

namespace Feedback.Api.Features.Keys;

/// <summary>The rules of a new key.</summary>
public sealed class MakeKeyValidator : AbstractValidator<MakeKey.Request>
{
    public const int MaximumOrigins = 100, MaximumUnits = 100, FastestRate = 100_000;

    public static MakeKeyValidator Instance { get; } = new();

    private MakeKeyValidator()
    {
        RuleFor(k => k.Name).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("A key has a name.").MaximumLength(Names.MaximumValueLength)
            .Must(Names.IsDimensionValue).WithMessage(Names.ValueMessage);
        RuleFor(k => k.Scope).NotNull().WithMessage("It is ingest, read, comments, champion or admin.");
        RuleFor(k => k.Audience).Null().When(k => k.Scope == KeyScope.Admin).WithMessage("An admin key is for both audiences.");
        RuleFor(k => k.Origins).Must(o => o is null || o.Count <= MaximumOrigins).WithMessage($"There are at most {MaximumOrigins} origins.");
        RuleFor(k => k.Units).Must(u => u is null || u.Count <= MaximumUnits).WithMessage($"There are at most {MaximumUnits} units.");
        RuleFor(k => k.Units).Must(u => u is null || u.Count == 0).When(k => k.Scope != KeyScope.Champion).WithMessage("Only a champion's key has units.");
        RuleFor(k => k.RateLimit).InclusiveBetween(1, FastestRate).WithMessage($"It is a whole number of requests a second, from 1 to {FastestRate}.");
        RuleForEach(k => k.Units).Must(u => u is not null).WithMessage("It is the code of a unit.");
        RuleForEach(k => k.Origins).Must(o => Origin.Canonical(o) is not null).WithMessage("It is an origin such as https://www.example.org: scheme, host and port, and nothing after.");
    }
}
