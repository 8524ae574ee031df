using Virker.Casework;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Casework;

public sealed class SurveyTests
{
    [Theory, EachDatabase]
    public async Task The_four_questions_come_once_after_a_conversation_and_a_link_is_used_once(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        await HeldAsync(office);
        (await AskAsync(office)).ShouldBe(1);
        (await AskAsync(office)).ShouldBe(0);
        var (link, anyone) = ((await LinksAsync(office)).ShouldHaveSingleItem(), office.House.As(Actor.Anonymous));
        await anyone.DoneAsync(new OpenSurvey(link));
        (await anyone.RefusedAsync(new AnswerSurvey(link, 5, 0, 3, 4))).ShouldBe("survey.answer");
        await anyone.DoneAsync(new AnswerSurvey(link, 5, 4, 3, 5));
        (await anyone.RefusedAsync(new AnswerSurvey(link, 1, 1, 1, 1))).ShouldBe("survey.used");
        (await anyone.RefusedAsync(new OpenSurvey(new string('0', 32)))).ShouldBe("survey.not-found");
        (await office.House.CountAsync("survey_answers")).ShouldBe(1);
    }

    /// <summary>
    /// What the database keeps of an answer, and what the journal and the access log do, cannot be put together with a
    /// citizen.
    /// </summary>
    [Theory, EachDatabase]
    public async Task An_answer_leads_to_nobody(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        for (var i = 0; i < 3; i++) await HeldAsync(office);
        await AskAsync(office);
        var links = await LinksAsync(office);
        var (journal, looks) = (await office.House.CountAsync("journal"), await office.House.CountAsync("access_log"));
        foreach (var link in links)
            await office.House.As(Actor.Anonymous).DoneAsync(new AnswerSurvey(link, 5, 4, 3, 5));
        (await office.House.CountAsync("journal")).ShouldBe(
            journal,
            "an entry in the journal would tell when, and so who"
        );
        (await office.House.CountAsync("access_log")).ShouldBe(looks);
        (
            await office.House.ReadAsync(
                "select count(*) from messages where kind = 'spoergeskema' and (link is not null or about_id is not null)"
            )
        ).ShouldBe([0L]);
        (
            await office.House.ReadAsync(
                "select count(*) from journal where entity in ('survey_links', 'survey_answers')"
            )
        ).ShouldBe([0L]);
        (await office.House.ReadAsync("select count(distinct month) from survey_answers")).ShouldBe([1L]);
    }

    [Fact]
    public async Task A_leader_sees_a_month_when_enough_have_answered_and_nothing_that_gives_the_rest_away()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        var leader = office.House.As(Role.TeamLeader, office.Team.Value);
        (await office.Anna.RefusedAsync(new SeeSurvey())).ShouldBe("permission.denied");
        for (var i = 0; i < 4; i++)
            await AnsweredAsync(office, 4);
        (await leader.DoneAsync(new SeeSurvey()))
            .Teams.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(t => t.Shown.ShouldBeEmpty(), t => t.HiddenMonths.ShouldBe(1));
        await AnsweredAsync(office, 2);
        var month = (await leader.DoneAsync(new SeeSurvey())).Teams[0].Shown.ShouldHaveSingleItem();
        (month.Answers, month.Means[0], month.Positive[0]).ShouldBe((5, 3.6, 0.8));
        await leader.DoneAsync(new SetChoice(MunicipalChoice.SurveyFewest, office.House.Clock.Today, 6));
        (await leader.DoneAsync(new SeeSurvey())).Teams[0].Shown.ShouldBeEmpty();
        (await office.House.As(Role.TeamLeader, Guid.NewGuid()).DoneAsync(new SeeSurvey())).Teams.ShouldBeEmpty();
    }

    [Fact]
    public void Every_third_conversation_is_about_a_third()
    {
        var chosen = Enumerable.Range(0, 3000).Count(_ => AskSurveysHandler.IsChosen(NewId.Of<MeetingId>(), 3));
        chosen.ShouldBeInRange(850, 1150);
        AskSurveysHandler.IsChosen(NewId.Of<MeetingId>(), 1).ShouldBeTrue();
    }

    [Theory, EachDatabase]
    public async Task A_leader_sits_in_only_when_both_have_said_yes_and_only_the_two_read_it(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var (leader, citizen) = (office.House.As(Role.TeamLeader, office.Team.Value), await office.CitizenAsync());
        var booked = await office.BookAsync(citizen, office.At(0, 12));
        var asked = await leader.DoneAsync(new AskObservation(citizen, booked.Id, "Hvem taler mest?"));
        (await office.Bo.RefusedAsync(new AnswerObservation(asked.Id, true, true))).ShouldBe("observation.not-found");
        await office.Anna.DoneAsync(new AnswerObservation(asked.Id, true, false));
        await office.Anna.DoneAsync(
            new HoldConversation(citizen, booked.Id, 1, MeetingChannel.Phone, "Vi talte om lagerarbejde.")
        );
        WriteObservation written = new(asked.Id, [3, 2, 4, 3, 4], "Borgeren fik plads.", "Spørg åbent");
        (await leader.RefusedAsync(written)).ShouldBe("observation.no-consent");
        await office.Anna.DoneAsync(new AnswerObservation(asked.Id, true, true));
        (await leader.RefusedAsync(written with { Marks = [3, 2] })).ShouldBe("observation.marks");
        await leader.DoneAsync(written);
        await office.Anna.DoneAsync(new CommentObservation(asked.Id, "Det var jeg selv i tvivl om."));
        (await leader.RefusedAsync(written)).ShouldBe("observation.answered");
        foreach (var seat in new[] { leader, office.Anna })
            (await seat.DoneAsync(new SeeObservations()))
                .Mine.ShouldHaveSingleItem()
                .Comment.ShouldBe("Det var jeg selv i tvivl om.");
        foreach (var seat in new[] { office.Bo, office.House.As(Role.TeamLeader, office.Team.Value) })
            (await seat.DoneAsync(new SeeObservations())).Mine.ShouldBeEmpty();
        (await office.House.ReadAsync("select count(*) from journal where after like '%fik plads%'")).ShouldBe([0L]);
    }

    private static async Task HeldAsync(JobOffice office)
    {
        var citizen = await office.CitizenAsync();
        var begun = await office.Anna.DoneAsync(new BeginConversation(citizen, MeetingChannel.Phone));
        await office.Anna.DoneAsync(
            new HoldConversation(citizen, begun.Id, 1, MeetingChannel.Phone, "Vi talte om arbejde.")
        );
    }

    internal static async Task AnsweredAsync(JobOffice office, int options)
    {
        await HeldAsync(office);
        await AskAsync(office);
        foreach (var link in await LinksAsync(office))
            await office.House.As(Actor.Anonymous).RunAsync(new AnswerSurvey(link, options, 4, 4, 4));
    }

    private static async Task<int> AskAsync(JobOffice office) =>
        (await office.House.System.DoneAsync(new AskSurveys())).Count;

    private static async Task<IReadOnlyList<string>> LinksAsync(JobOffice office)
    {
        await office.House.System.DoneAsync(new SendMessages());
        return
        [
            .. Directory
                .GetFiles(
                    Path.Combine(office.House.Municipality.Folder, "udgaaende"),
                    "*.txt",
                    SearchOption.AllDirectories
                )
                .Select(File.ReadAllText)
                .Where(t => t.Contains("/samtalen/"))
                .Select(t => t[(t.IndexOf("/samtalen/", StringComparison.Ordinal) + 10)..].Split('\n')[0].Trim()),
        ];
    }
}
