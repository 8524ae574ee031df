using Virker.Casework;
using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;
using Virker.Tests.Support;

namespace Virker.Tests.Casework;

/// <summary>
/// A shift of benefit shows what it changes before it is made, takes the target group along, asks where it lies far
/// back, and can be undone.
/// </summary>
public sealed class ShiftConsequenceTests
{
    [Theory, EachDatabase]
    public async Task The_target_group_follows_the_benefit_or_is_asked_for(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var citizen = await office.CitizenAsync(since: office.Today.AddDays(-40), benefit: 3);
        await office.Anna.DoneAsync(new ShiftBenefit(citizen, 6, office.Today.AddDays(-10)));
        (await GroupAsync(office, citizen)).ShouldBe(CodeList.TargetGroups[6].Label(office.Today));
        (await office.Anna.RefusedAsync(new ShiftBenefit(citizen, 2, office.Today))).ShouldBe("shift.target-group");
        await office.Anna.DoneAsync(new ShiftBenefit(citizen, 2, office.Today) { TargetGroup = 3 });
        (await GroupAsync(office, citizen)).ShouldBe(CodeList.TargetGroups[3].Label(office.Today));
    }

    [Fact]
    public async Task A_shift_far_back_is_asked_about()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        var citizen = await office.CitizenAsync(since: office.Today.AddDays(-200), benefit: 1);
        var back = new ShiftBenefit(citizen, 6, office.Today.AddDays(-80));
        (await office.Anna.RefusedAsync(back)).ShouldBe("shift.back");
        (await office.Anna.DoneAsync(new SeeShift(citizen, back))).Refused!.Code.ShouldBe("shift.back");
        await office.Anna.DoneAsync(back with { LongBack = true });
    }

    [Theory, EachDatabase]
    public async Task What_is_shown_beforehand_is_what_happens_and_undoing_it_leaves_everything_as_it_was(
        Dialect dialect
    )
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var citizen = await office.CitizenAsync(since: office.Today.AddDays(-40), benefit: 1);
        await office.BookAsync(citizen, office.At(7, 10));
        var before = await StandsAsync(office, citizen);
        var wanted = new ShiftBenefit(citizen, 6, office.Today.AddDays(-20));
        var preview = (await office.Anna.DoneAsync(new SeeShift(citizen, wanted))).Preview!;
        (await StandsAsync(office, citizen)).ShouldBe(before, "looking changes nothing");
        await office.Anna.DoneAsync(wanted);
        var after = await office.Anna.DoneAsync(new SeeCitizen(citizen));
        after.TargetGroup.ShouldBe(preview.Group);
        after.Now.Course!.Conversations.Select(c => c.By).ShouldBe(preview.Course!.Conversations.Select(c => c.By));
        preview.Meetings.ShouldBe([office.At(7, 10)]);
        (await office.Anna.DoneAsync(new SeeShift(citizen, null))).Undoable!.By.ShouldNotBeEmpty();
        await office.Anna.DoneAsync(new UndoShift(citizen));
        (await StandsAsync(office, citizen)).ShouldBe(before);
        (await office.Anna.RefusedAsync(new UndoShift(citizen))).ShouldBe("shift.none-to-undo");
    }

    [Fact]
    public async Task A_shift_is_not_undone_when_it_is_long_ago_or_when_something_has_come_after_it()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        var (citizen, other) = (
            await office.CitizenAsync(since: office.Today.AddDays(-40), benefit: 1),
            await office.CitizenAsync(since: office.Today.AddDays(-40), benefit: 1)
        );
        foreach (var who in new[] { citizen, other })
            await office.Anna.DoneAsync(new ShiftBenefit(who, 6, office.Today.AddDays(-3)));
        await office.Anna.DoneAsync(new ShiftBenefit(citizen, 7, office.Today));
        await office.Anna.DoneAsync(new UndoShift(citizen));
        (await office.Anna.DoneAsync(new SeeShift(citizen, null))).Benefit.ShouldBe(
            CodeList.Benefits[6].Label(office.Today),
            "the last one is undone first"
        );
        office.House.Clock.Advance(TimeSpan.FromDays(15));
        (await office.Anna.RefusedAsync(new UndoShift(other))).ShouldBe("shift.none-to-undo");
    }

    private static async Task<string?> GroupAsync(JobOffice office, CitizenId citizen) =>
        (await office.Anna.DoneAsync(new SeeCitizen(citizen))).TargetGroup;

    private static async Task<string> StandsAsync(JobOffice office, CitizenId citizen)
    {
        var seen = await office.Anna.DoneAsync(new SeeCitizen(citizen));
        return $"{string.Join(",", seen.Benefits.Select(b => $"{b.Benefit} {b.From:O} {b.To:O}"))} {seen.TargetGroup} {seen.Now.Course!.From:O}";
    }
}
