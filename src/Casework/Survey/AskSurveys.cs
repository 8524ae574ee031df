using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// Send the four questions after the conversations of the last days, as often as the municipality has chosen, and once
/// each.
/// </summary>
public sealed record AskSurveys : ICommand<SurveysAsked>;

public sealed record SurveysAsked(int Count);

[Requires("casework.message.send")]
internal sealed class AskSurveysHandler(
    VirkerContext db,
    IStaffDirectory directory,
    Messages messages,
    MunicipalChoices choices,
    TimeProvider clock
) : IUseCase<AskSurveys, SurveysAsked>
{
    internal const int DaysBack = 3;
    internal const int GoodFor = 21;

    public async Task<Outcome<SurveysAsked>> RunAsync(AskSurveys command, CancellationToken ct = default)
    {
        var every = await choices.ValueAsync(MunicipalChoice.SurveyEvery, ct);
        if (every == 0) return new SurveysAsked(0);
        var (now, since) = (clock.GetUtcNow(), clock.GetUtcNow().AddDays(-DaysBack));
        var held = await (
            from m in db.Set<MeetingRow>()
            where
                m.Status == MeetingStatus.Held
                && m.At >= since
                && m.At <= now
                && !db.Set<SurveyAskedRow>().Any(a => a.MeetingId == m.Id)
            select new
            {
                m.Id,
                m.CitizenId,
                m.At,
                m.WorkerId,
            }
        ).ToListAsync(ct);
        var staff = await directory.ReadAsync(ct);
        var chosen = held.Where(m => staff.Member(m.WorkerId) is not null && IsChosen(m.Id, every)).ToList();
        foreach (var meeting in chosen)
        {
            var link = PersonalLinks.Draw();
            var (day, until) = (meeting.At.DanishDate(), clock.Today().AddDays(GoodFor));
            db.Add(new SurveyAskedRow { MeetingId = meeting.Id });
            await WriteLinkAsync(link, staff.Member(meeting.WorkerId)!.Team, new(day.Year, day.Month, 1), until, ct);
            await messages.TellAsync(
                new(
                    Party.Of(meeting.CitizenId),
                    MessageKind.Survey,
                    null,
                    MessageTexts.Survey(until, await messages.SenderAsync(null, ct))
                )
                {
                    Link = $"/samtalen/{link}",
                },
                ct
            );
        }

        return new SurveysAsked(chosen.Count);
    }

    /// <summary>
    /// By the conversation's own random number, so that no worker can tell beforehand which it will be.
    /// </summary>
    internal static bool IsChosen(MeetingId meeting, int every) =>
        (uint)BitConverter.ToInt32(meeting.Value.ToByteArray()) % (uint)every == 0;

    private Task<int> WriteLinkAsync(string link, TeamId team, DateOnly month, DateOnly until, CancellationToken ct) =>
        db.Database.ExecuteSqlRawAsync(
            "insert into survey_links (link_index, team_id, month, good_until, used) values ({0}, {1}, {2}, {3}, {4})",
            [
                PersonalLinks.IndexOf(link),
                Sql.Stored(team.Value, db.Dialect),
                Sql.Stored(month, db.Dialect),
                Sql.Stored(until, db.Dialect),
                Sql.Stored(false, db.Dialect),
            ],
            ct
        );
}

internal sealed class SurveyRound(IUseCase<AskSurveys, SurveysAsked> ask) : IJob
{
    public string Name => "casework.surveys";

    public string Title => "De fire spørgsmål stilles efter en samtale";

    public JobPlan Plan => JobPlan.Daily(new(16, 30));

    public async Task<Outcome<Done>> RunAsync(CancellationToken ct = default)
    {
        var asked = await ask.RunAsync(new(), ct);
        return asked.IsRefused ? asked.Refusal : Done.It;
    }
}
