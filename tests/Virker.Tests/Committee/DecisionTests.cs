using Virker.Committee;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Committee;

public sealed class DecisionTests
{
    [Theory]
    [InlineData("Godkendt med bemærkning om, at punkt 6 fremrykkes som punkt 3.", "approved")]
    [InlineData("Sagen behandles som punkt 4.\nUdvalget tager sagen til orientering.", "taken_note")]
    [InlineData("Udsættes og fremrykkes på næste møde", "postponed")]
    [InlineData("Udgår, da sagen hører til i et andet udvalg.", "withdrawn")]
    [InlineData("Udvalget beslutter at følge handlemulighed A.", "option_chosen")]
    [InlineData("Udvalget drøftede sagen.", "discussed")]
    [InlineData("Intet", "nothing_to_record")]
    [InlineData("Helle Prøvesen (UFP) anmoder om fokus på den videre behandling.", "no_explicit_decision")]
    public void The_words_set_the_kind(string text, string kind) => Decided(text, []).Kind.ShouldBe(kind);

    [Theory]
    [InlineData("at dagsordenen godkendes", "approved")]
    [InlineData("at udvalget tager orienteringen til efterretning.", "taken_note")]
    [InlineData("at udvalget drøfter månedens nøgletal.", "discussed")]
    public void Adopting_the_recommendation_means_what_was_recommended(string point, string kind) =>
        Decided("Tiltrådte indstillingen", [point]).Kind.ShouldBe(kind);

    [Fact]
    public void Refuses_words_that_decide_nothing() =>
        RecordDecisionHandler.Decide(Command("Vi talte længe."), 0, []).Refusal!.Code.ShouldBe("decision.no-kind");

    [Fact]
    public void Refuses_to_adopt_a_recommendation_that_is_not_there() =>
        RecordDecisionHandler
            .Decide(Command("Tiltrådte indstillingen"), 0, [])
            .Refusal!.Code.ShouldBe("decision.no-kind");

    [Fact]
    public void The_clerk_may_say_the_kind() =>
        RecordDecisionHandler
            .Decide(new(default, 0, new("Vi talte længe.", "discussed")), 0, [])
            .Value.Kind.ShouldBe("discussed");

    [Fact]
    public void A_remark_goes_in_only_when_the_member_asks() =>
        RecordDecisionHandler
            .Decide(
                new(
                    default,
                    0,
                    new("Godkendt.") { Remarks = [new(default, "notes", "Bemærker.", AskedByMember: false)] }
                ),
                0,
                []
            )
            .Refusal!.Code.ShouldBe("remark.not-asked-for");

    [Fact]
    public void A_promise_is_told_from_a_wish()
    {
        var words = Decided(
            "Taget til orientering. Administrationen undersøger, om der kan laves en ny pressemeddelelse senest den 3. maj 2024.\nBodil Prøvesen (A) foreslår, at der holdes et fysisk møde.",
            []
        );
        words
            .Commitments.Select(c => (c.Binding, c.Owner, c.Due))
            .ShouldBe([(true, "administrationen", new DateOnly(2024, 5, 3)), (false, null, null)]);
    }

    [Theory, EachDatabase]
    public async Task The_meeting_takes_its_own_order_and_the_printed_numbers_stand(Dialect dialect)
    {
        await using var office = await CommitteeOffice.OnAsync(dialect);
        var meeting = await office.DraftedAsync();
        var (second, third) = (await office.AddAsync(meeting, "Sag to"), await office.AddAsync(meeting, "Sag tre"));
        await office.HoldAsync(meeting, absent: 6);
        await office.DecideAsync(second, "Sagen behandles som punkt 3.\nGodkendt.");
        (await office.Clerk.RunAsync(new ApproveMinutes(meeting))).Refusal!.Code.ShouldBe("minutes.undecided");
        foreach (var item in (await office.ReadAsync(meeting)).Items.Where(i => i.Decisions.Count == 0))
            await office.DecideAsync(item.Id, "Godkendt.");
        (await office.Clerk.RunAsync(new ApproveMinutes(meeting))).Refusal!.Code.ShouldBe("minutes.same-order");
        await office.DecideAsync(third, "Sagen blev behandlet som punkt 2.\nGodkendt.");
        await office.Clerk.DoneAsync(new ApproveMinutes(meeting));
        var items = (await office.ReadAsync(meeting)).Items;
        items.Select(i => (i.Head.Number, i.Head.HandledAs)).Take(3).ShouldBe([(1, 1), (2, 3), (3, 2)]);
        items.ShouldEachBe(i => i.Decisions.All(d => d.Absent.Single().Name == "Gorm Prøvesen"));
    }

    [Theory, EachDatabase]
    public async Task A_meeting_is_not_opened_before_its_day(Dialect dialect)
    {
        await using var office = await CommitteeOffice.OnAsync(dialect);
        var meeting = await office.DraftedAsync();
        await office.Clerk.DoneAsync(new PublishAgenda(meeting));
        var member = (await office.ReadAsync(meeting)).Members[0].Id;
        (await office.Clerk.RunAsync(new HoldMeeting(meeting, [new(member, null, null, true)]))).Refusal!.Code.ShouldBe(
            "committee-meeting.not-yet"
        );
    }

    [Theory, EachDatabase]
    public async Task Three_of_seven_are_too_few_and_the_rule_says_how_sure_it_is(Dialect dialect)
    {
        await using var office = await CommitteeOffice.OnAsync(dialect);
        var meeting = await office.DraftedAsync();
        await office.HoldAsync(meeting, absent: [3, 4, 5, 6]);
        var quorum = (await office.ReadAsync(meeting)).Quorum!;
        (quorum.IsMet, quorum.Needed).ShouldBe((false, 4));
        quorum.Certainty.ShouldBe("Ikke kontrolleret");
    }

    private static DecisionWords Decided(string text, IReadOnlyList<string> recommendation) =>
        RecordDecisionHandler.Decide(Command(text), 0, recommendation).Value;

    private static RecordDecision Command(string text) => new(default, 0, new(text));
}
