using Virker.Kernel;

namespace Virker.Casework;

/// <summary>What a case looks like from a conversation: since the last one, in the course, and in the plan.</summary>
internal sealed record CaseNow(IReadOnlyList<string> Since, ContactCourse? Course, IReadOnlyList<PlanStep> Steps);

[Part]
internal sealed class CaseStanding(SinceLastTime since, CourseReader courses, PlanSteps plan)
{
    /// <summary>As it stands at the conversation, or now.</summary>
    public async Task<CaseNow> ReadAsync(CitizenId citizen, DateTimeOffset at, CancellationToken ct) =>
        new(
            await since.ReadAsync(citizen, at, ct),
            await courses.ReadAsync(citizen, ct),
            await plan.ReadAsync(citizen, openOnly: true, ct)
        );
}
