using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>Whether a link to the four questions can still be used.</summary>
public sealed record OpenSurvey(string Link) : IQuery<SurveyOpened>;

public sealed record SurveyOpened(DateOnly GoodUntil);

[Requires("casework.link.use")]
internal sealed class OpenSurveyHandler(VirkerContext db, TimeProvider clock) : IUseCase<OpenSurvey, SurveyOpened>
{
    public async Task<Outcome<SurveyOpened>> RunAsync(OpenSurvey query, CancellationToken ct = default)
    {
        var (index, today) = (PersonalLinks.IndexOf(query.Link), clock.Today());
        var link = await db.Set<SurveyLinkRow>()
            .FirstOrDefaultAsync(l => l.LinkIndex == index && l.GoodUntil >= today, ct);
        return link is null ? AnswerSurveyHandler.Closed
            : link.Used ? AnswerSurveyHandler.Used
            : new SurveyOpened(link.GoodUntil);
    }
}

/// <summary>
/// The four answers, 1–5. The link is used up, and the answers are kept where nothing says whose they are.
/// </summary>
public sealed record AnswerSurvey(string Link, int Options, int Belief, int Progress, int Dignity) : ICommand<Done>;

[Requires("casework.link.use")]
internal sealed class AnswerSurveyHandler(VirkerContext db, TimeProvider clock) : IUseCase<AnswerSurvey, Done>
{
    public static readonly Refusal Closed = Refusal.NotFound(
        "survey.not-found",
        "Linket virker ikke. Det kan være for gammelt eller skrevet forkert."
    );

    public static readonly Refusal Used = new("survey.used", "Linket er brugt. Tak for dit svar.");

    public async Task<Outcome<Done>> RunAsync(AnswerSurvey command, CancellationToken ct = default)
    {
        if (Decide(command) is { } refusal) return refusal;
        var (index, today) = (PersonalLinks.IndexOf(command.Link), clock.Today());
        var link = await db.Set<SurveyLinkRow>()
            .AsNoTracking()
            .FirstOrDefaultAsync(l => l.LinkIndex == index && l.GoodUntil >= today, ct);
        if (link is null)
            return Closed;
        if (
            await db.Set<SurveyLinkRow>()
                .Where(l => l.LinkIndex == index && !l.Used)
                .ExecuteUpdateAsync(l => l.SetProperty(x => x.Used, true), ct) == 0
        )
            return Used;
        await db.Database.ExecuteSqlRawAsync(
            "insert into survey_answers (id, team_id, month, options, belief, progress, dignity) values ({0}, {1}, {2}, {3}, {4}, {5}, {6})",
            [
                Sql.Stored(Guid.NewGuid(), db.Dialect),
                Sql.Stored(link.TeamId.Value, db.Dialect),
                Sql.Stored(link.Month, db.Dialect),
                command.Options,
                command.Belief,
                command.Progress,
                command.Dignity,
            ],
            ct
        );
        return Done.It;
    }

    internal static Refusal? Decide(AnswerSurvey command) => Refusal.Each(
        Check(command.Options, nameof(command.Options)), Check(command.Belief, nameof(command.Belief)),
        Check(command.Progress, nameof(command.Progress)), Check(command.Dignity, nameof(command.Dignity)));

    private static Refusal? Check(int answer, string field) => answer is < 1 or > 5
        ? new Refusal("survey.answer", "Vælg et af de fem svar.", Field: field) : null;
}
