using Virker.Casework;
using Virker.Companies;
using Virker.Kernel;
using Virker.Office;

namespace Virker.Web.Pages.Casework.Plan;

/// <summary>A step as a form sends it.</summary>
public sealed class PlanFields
{
    public string? Kind { get; set; }

    public string? Title { get; set; }

    public string? Owner { get; set; }

    public string? Area { get; set; }

    public string? From { get; set; }

    public string? To { get; set; }

    public string? Hours { get; set; }

    public string? Company { get; set; }

    public string? Education { get; set; }

    public bool Shared { get; set; }

    public bool Agreed { get; set; }

    public static PlanFields Of(PlanStep step) =>
        new()
        {
            Kind = step.Kind.Code,
            Title = step.Title,
            From = Danish.ShortDate(step.From),
            To = Danish.ShortDate(step.To),
            Hours = step.HoursPerWeek is { } hours ? Danish.Hours(hours) : null,
            Company = step.Company,
            Education = step.Education,
            Shared = step.Shared,
            Owner = step.Owner.Code,
            Area = step.Area.Code,
        };

    /// <summary>
    /// The step that is meant; what cannot be read, <paramref name="read"/> knows. <paramref name="stands"/>: the kind of
    /// a step that is there already, which is not chosen again.
    /// </summary>
    public NewPlanStep Read(FieldReading read, PlanStepKind? stands = null)
    {
        var (from, to, hours) = (
            read.DateIfAny(From, "Step.From", DateWindow.History),
            read.DateIfAny(To, "Step.To", DateWindow.History),
            read.HoursIfAny(Hours, "Step.Hours")
        );
        var kind = stands ?? read.Word<PlanStepKind>(Kind, "Step.Kind", "Vælg, hvad det er for et trin.");
        return new NewPlanStep(kind, Title ?? "")
        {
            Owner = PlanOwner.Of(Owner) ?? PlanOwner.Citizen,
            Area = Department.Of(Area) ?? Department.Employment,
            From = from,
            To = to,
            HoursPerWeek = hours,
            Company = Company,
            Education = Education,
            Shared = Shared,
            Agreed = Agreed,
        };
    }

    /// <summary>The field that the form has for one of the command's.</summary>
    public static string FieldOf(string field) =>
        field.Split('.') is [nameof(AddPlanStep.Step) or nameof(EditPlanStep.To), var part]
            ? $"Step.{(part == nameof(NewPlanStep.HoursPerWeek) ? nameof(Hours) : part)}"
            : field;

    /// <summary>The company of the register that is meant, where exactly one has the name.</summary>
    /// <param name="standing">What stands: where the name is left as it is, so is the company.</param>
    public static async Task<CompanyId?> MeantAsync(
        IUseCase<FindCompanies, CompaniesFound> find,
        string? name,
        (string? Name, CompanyId? Company) standing = default
    ) =>
        string.IsNullOrWhiteSpace(name) ? null
        : standing.Name is { } before && before.Trim() == name.Trim() ? standing.Company
        : (await find.RunAsync(new(name))).Match(
            found =>
                found
                    .Companies.Where(c => string.Equals(c.Name, name.Trim(), StringComparison.OrdinalIgnoreCase))
                    .ToList()
                    is [var one]
                    ? one.Id
                    : (CompanyId?)null,
            _ => null
        );
}
