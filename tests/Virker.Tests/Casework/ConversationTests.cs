using Virker.Casework;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Casework;

public sealed class ConversationTests
{
    [Theory, EachDatabase]
    public async Task A_note_that_is_shared_is_read_by_the_citizen_and_not_changed_past_the_check(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var citizen = await office.CitizenAsync();
        var (first, second) = (
            await office.Anna.DoneAsync(new BeginConversation(citizen, MeetingChannel.Phone)),
            await office.Anna.DoneAsync(new BeginConversation(citizen, MeetingChannel.Phone))
        );
        await office.Anna.DoneAsync(new HoldConversation(citizen, first.Id, 1, MeetingChannel.Phone, "Kun til sagen."));
        var shared = await office.Anna.DoneAsync(
            new HoldConversation(citizen, second.Id, 1, MeetingChannel.Phone, "Vi talte om to job.") { Share = true }
        );
        (await OwnAsync()).ShouldBe(["Vi talte om to job."]);
        (
            await office.Anna.RefusedAsync(
                new EditNote(citizen, shared.Note, 1, "Jobsamtale", "Vi talte om to job og om angst.")
            )
        ).ShouldBe("note.shared");
        await office.Anna.DoneAsync(new EditNote(citizen, shared.Note, 1, "Jobsamtale", "Vi talte om tre job."));
        (await OwnAsync()).ShouldBe(["Vi talte om tre job."]);

        async Task<IReadOnlyList<string>> OwnAsync() =>
            [.. (await office.House.As(citizen).DoneAsync(new SeeOwnCase(citizen))).Notes.Select(n => n.Text)];
    }

    [Theory, EachDatabase]
    public async Task One_save_holds_the_conversation_writes_the_note_moves_the_plan_and_books_the_next(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var (citizen, meeting) = await MetAsync(office);
        var step = new NewPlanStep(PlanStepKind.JobSearch, "Søge to job om ugen")
        {
            To = office.Today.AddDays(30),
            Agreed = true,
        };
        var held = await office.Anna.DoneAsync(
            new HoldConversation(citizen, meeting.Id, 1, MeetingChannel.Video, "Vi talte om lagerarbejde.")
            {
                Share = true,
                Agreed = [step],
                Next = new(office.At(28, 9), 45, MeetingChannel.Phone),
            }
        );
        held.Next.ShouldNotBeNull();
        var seen = await office.Anna.DoneAsync(new SeeConversation(citizen, held.Next.Value));
        seen.Steps.Single().Status.ShouldBe(PlanStepStatus.Planned);
        seen.Notes.Single().Title.ShouldStartWith("Jobsamtale på video");
        seen.Since[0].ShouldStartWith("Sidst talte I sammen");
        seen.Course!.Conversations.Select(c => c.State).Take(2).ShouldBe([DueState.Held, DueState.Booked]);
        var next = await office.Anna.RunAsync(
            new HoldConversation(citizen, held.Next.Value, 1, MeetingChannel.Phone, "For tidligt")
        );
        next.Refusal!.Code.ShouldBe("meeting.not-yet");
    }

    [Theory, EachDatabase]
    public async Task When_the_next_time_is_taken_nothing_at_all_is_saved(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var (citizen, meeting) = await MetAsync(office);
        await office.BookAsync(await office.CitizenAsync(), office.At(28, 9));
        var refused = await office.Anna.RunAsync(
            new HoldConversation(citizen, meeting.Id, 1, MeetingChannel.Phone, "Vi talte om lagerarbejde.")
            {
                Agreed = [new(PlanStepKind.Job, "Prøve et lager")],
                Next = new(office.At(28, 9), 45, MeetingChannel.Phone),
            }
        );
        refused.Refusal!.Code.ShouldBe("booking.worker-taken");
        refused.Refusal.Field.ShouldBe("Next.At");
        (await office.House.CountAsync("notes")).ShouldBe(0);
        (await office.House.CountAsync("my_plan_steps")).ShouldBe(0);
        (await office.Anna.DoneAsync(new SeeConversation(citizen, meeting.Id))).Meeting.Status.ShouldBe(
            MeetingStatus.Planned
        );
    }

    [Theory, EachDatabase]
    public async Task A_draft_survives_is_the_writers_own_and_goes_with_the_save(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var (citizen, meeting) = await MetAsync(office);
        await office.Anna.DoneAsync(new SaveDraft(citizen, meeting.Id, Draft("Halvt")));
        await office.Anna.DoneAsync(new SaveDraft(citizen, meeting.Id, Draft("Halvt notat")));
        (await office.Anna.DoneAsync(new SeeConversation(citizen, meeting.Id))).Draft!.Note.ShouldBe("Halvt notat");
        (await office.Bo.DoneAsync(new SeeConversation(citizen, meeting.Id))).Draft.ShouldBeNull();
        await office.Anna.DoneAsync(new HoldConversation(citizen, meeting.Id, 1, MeetingChannel.Phone, "Helt notat"));
        (await office.House.CountAsync("drafts")).ShouldBe(0);
        (await office.House.ReadAsync("select count(*) from journal where after like '%Halvt%'")).ShouldBe([0L]);
    }

    [Fact]
    public async Task Words_to_weigh_stop_a_shared_note_until_it_is_shared_all_the_same_and_that_is_kept()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        var (citizen, meeting) = await MetAsync(office);
        var hold = new HoldConversation(
            citizen,
            meeting.Id,
            1,
            MeetingChannel.Phone,
            "Har fået en diagnose og talt med sin fagforening."
        )
        {
            Share = true,
        };
        (await office.Anna.RefusedAsync(hold)).ShouldBe("note.look-again");
        await office.Anna.DoneAsync(hold with { ShareAllTheSame = true });
        (await office.House.ReadAsync("select shared_despite from notes")).ShouldBe(["Health, Union"]);
    }

    [Fact]
    public async Task Two_who_hold_the_same_conversation_hold_it_once()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        var (citizen, meeting) = await MetAsync(office);
        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(i =>
                    Task.Run(() =>
                        office.Anna.RunAsync(
                            new HoldConversation(citizen, meeting.Id, 1, MeetingChannel.Phone, $"Tekst {i}")
                        )
                    )
                )
        );
        outcomes.Count(o => !o.IsRefused).ShouldBe(1);
        (await office.House.CountAsync("notes")).ShouldBe(1);
    }

    [Fact]
    public async Task A_step_that_somebody_else_has_moved_is_not_moved_over_them()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        var (citizen, meeting) = await MetAsync(office);
        var held = await office.Anna.DoneAsync(
            new HoldConversation(citizen, meeting.Id, 1, MeetingChannel.Phone, "Vi talte sammen.")
            {
                Agreed = [new(PlanStepKind.Job, "Prøve et lager")],
                Next = new(office.At(1, 9), 45, MeetingChannel.Phone),
            }
        );
        office.House.Clock.Advance(TimeSpan.FromDays(1));
        var step = (await office.Anna.DoneAsync(new SeeConversation(citizen, held.Next!.Value))).Steps.Single();
        var hold = new HoldConversation(citizen, held.Next.Value, 1, MeetingChannel.Phone, "Vi talte igen.")
        {
            Moves = [new(step.Id, step.Version + 1, PlanStepStatus.Finished)],
        };
        (await office.Anna.RefusedAsync(hold)).ShouldBe("plan-step.changed-meanwhile");
        await office.Anna.DoneAsync(hold with { Moves = [new(step.Id, step.Version, PlanStepStatus.Finished)] });
    }

    [Theory]
    [InlineData("Ring til 010180-" + "1234 i morgen", TextConcern.PersonalNumber)]
    [InlineData("Hun har angst og tager medicin", TextConcern.Health)]
    [InlineData("Er medlem af en fagforening", TextConcern.Union)]
    [InlineData("Går i moskéen om fredagen", TextConcern.Religion)]
    [InlineData("Borgeren er umotiveret", TextConcern.Judgement)]
    [InlineData("Han er dømt for vold", TextConcern.Offence)]
    public void Words_that_ask_for_a_second_look(string text, TextConcern concern) =>
        TextCheck.Look(text).Single(f => f.Privacy).Concern.ShouldBe(concern);

    [Theory]
    [InlineData("Vil gerne arbejde på et lager. Ringer til to firmaer inden fredag.")]
    [InlineData("Telefon 12 34 56 78, sagsnummer 9912345678")]
    [InlineData("")]
    public void A_plain_text_is_let_be(string text) => TextCheck.Look(text).ShouldBeEmpty();

    [Fact]
    public void A_long_sentence_is_told_and_stops_nobody()
    {
        var found = TextCheck.Look(string.Join(' ', Enumerable.Repeat("ord", 29)) + ". Kort sætning.").Single();
        (found.Concern, found.Privacy).ShouldBe((TextConcern.LongSentence, false));
    }

    private static ConversationDraft Draft(string note) =>
        new(null, note, false, null, null, null, null, null, new Dictionary<string, string>());

    /// <summary>A conversation that was booked for the day it now is.</summary>
    private static async Task<(CitizenId Citizen, MeetingBooked Meeting)> MetAsync(JobOffice office)
    {
        var citizen = await office.CitizenAsync();
        var meeting = await office.BookAsync(citizen, office.At(1, 10));
        office.House.Clock.Advance(TimeSpan.FromHours(27));
        return (citizen, meeting);
    }
}
