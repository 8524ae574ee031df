using Virker.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Virker.Committee;

namespace Virker.Tests.Committee;

/// <summary>
/// A model of what an office would say about a meeting, walked beside the real course through random steps.
/// </summary>
public sealed class MeetingCourseTests
{
    [Fact]
    public void A_meeting_goes_only_where_the_office_says_it_may() => Prop.ForAll(Steps(), steps =>
    {
        var state = MeetingState.Planned;
        var model = new Model();
        return steps.All(step =>
        {
            var outcome = CommitteeMeetingCourse.After(state, step);
            var allowed = model.Take(step);
            if (!outcome.IsRefused) state = outcome.Value;
            return allowed == !outcome.IsRefused && model.Describes(state);
        });
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Nothing_follows_a_cancelled_meeting() =>
        Enum.GetValues<MeetingStep>().ShouldEachBe(step =>
            CommitteeMeetingCourse.After(MeetingState.Cancelled, step).IsRefused
        );

    [Fact]
    public void A_refused_step_says_where_the_meeting_stands() =>
        CommitteeMeetingCourse
            .After(MeetingState.Planned, MeetingStep.PublishAgenda)
            .Refusal!.Text.ShouldContain("planlagt");

    private static Arbitrary<List<MeetingStep>> Steps() =>
        Gen.Elements(Enum.GetValues<MeetingStep>()).ListOf().Select(s => s.ToList()).ToArbitrary();

    /// <summary>What has happened, instead of states: each rule is one sentence about the past.</summary>
    private sealed class Model
    {
        private bool _begun, _out, _opened, _approved, _cancelled;

        public bool Take(MeetingStep step)
        {
            var may = !_cancelled && May(step);
            if (!may) return false;
            if (step == MeetingStep.DraftAgenda) _begun = true;
            if (step == MeetingStep.PublishAgenda) _out = true;
            if (step == MeetingStep.Hold) _opened = true;
            if (step == MeetingStep.ApproveMinutes) _approved = true;
            if (step == MeetingStep.CorrectMinutes) _approved = false;
            if (step == MeetingStep.Cancel) _cancelled = true;
            return true;
        }

        public bool Describes(MeetingState state) => state switch
        {
            MeetingState.Cancelled => _cancelled,
            MeetingState.MinutesApproved => _approved && !_cancelled,
            MeetingState.Held => _opened && !_approved,
            MeetingState.AgendaPublished => _out && !_opened,
            MeetingState.AgendaDrafted => _begun && !_out,
            _ => !_begun,
        };

        private bool May(MeetingStep step) => step switch
        {
            MeetingStep.DraftAgenda => !_begun,
            MeetingStep.ChangeAgenda or MeetingStep.PublishAgenda => _begun && !_opened,
            MeetingStep.Hold => _out && !_opened,
            MeetingStep.Record or MeetingStep.ApproveMinutes => _opened && !_approved,
            MeetingStep.PublishMinutes or MeetingStep.CorrectMinutes => _approved,
            _ => !_opened,
        };
    }
}
