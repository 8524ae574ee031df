using Virker.Kernel;
using Virker.Platform;

namespace Virker.Newcomers;

/// <summary>
/// Somebody under the integration programme, now or before, with what the register has of their course.
/// </summary>
public sealed record RegisteredNewcomer(Guid Id, CitizenId Citizen, NewcomerKind Kind, DateOnly ArrivedOn) : Registered
{
    /// <summary>Counted in the municipality's quota of refugees.</summary>
    public bool Quota { get; init; }

    /// <summary>Taken over from another municipality while under the programme.</summary>
    public bool TakenOver { get; init; }

    public DateOnly? ProgrammeFrom { get; init; }

    public DateOnly? ProgrammeTo { get; init; }

    public DateOnly? RepatriatedOn { get; init; }

    /// <summary>Days on which they are supported by their spouse.</summary>
    public IReadOnlyList<Period> SpouseSupport { get; init; } = [];

    public IReadOnlyList<Grant> Grants { get; init; } = [];

    public IReadOnlyList<DanishCourse> DanishCourses { get; init; } = [];

    protected override string Called => "nyankommen";

    protected override object Unique => Citizen;

    protected override string? Fault =>
        (ProgrammeFrom is { } from ? RegisterFaults.Backwards(from, ProgrammeTo) : null)
        ?? SpouseSupport.Select(p => RegisterFaults.Backwards(p.From, p.To)).FirstOrDefault(f => f is not null)
        ?? DanishCourses.Select(c => c.Fault).FirstOrDefault(f => f is not null);

    protected override void WriteTo(IRegisterRows rows)
    {
        rows.Add(
            new NewcomerRow
            {
                Id = Id,
                CitizenId = Citizen,
                Kind = Kind,
                ArrivedOn = ArrivedOn,
                Quota = Quota,
                TakenOver = TakenOver,
                ProgrammeFrom = ProgrammeFrom,
                ProgrammeTo = ProgrammeTo,
                RepatriatedOn = RepatriatedOn,
            }
        );
        foreach (var (from, to) in SpouseSupport)
            rows.Add(new SpouseSupportRow { CitizenId = Citizen, FromDay = from, ToDay = to });
        foreach (var (kind, on) in Grants)
            rows.Add(new ResultGrantRow { CitizenId = Citizen, Kind = kind, GrantedOn = on });
        foreach (var course in DanishCourses)
            rows.Add(
                new DanishCourseRow
                {
                    CitizenId = Citizen,
                    Course = course.Course,
                    FromDay = course.From,
                    ToDay = course.To,
                    PassedOn = course.PassedOn,
                }
            );
    }

    /// <summary>A grant for a result.</summary>
    public readonly record struct Grant(ResultGrantKind Kind, DateOnly On);

    /// <summary>Time in Danskuddannelse 1, 2 or 3.</summary>
    public readonly record struct DanishCourse(int Course, DateOnly From, DateOnly? To, DateOnly? PassedOn)
    {
        internal string? Fault =>
            RegisterFaults.Backwards(From, To)
            ?? RegisterFaults.Uncoded("Danskuddannelserne", Course, Course is >= 1 and <= 3);
    }
}

/// <summary>How many refugees the municipality is to receive in a year.</summary>
public sealed record RegisteredQuota(int Year, int Places) : Registered
{
    protected override string Called => "kvote";

    protected override string? Fault => Places < 0 ? "Den er mindre end nul." : null;

    protected override void WriteTo(IRegisterRows rows) =>
        rows.Add(new NewcomerQuotaRow { Year = Year, Places = Places });
}
