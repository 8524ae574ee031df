using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>A conversation that was, or one that is planned and takes its time in the calendar.</summary>
public sealed record RegisteredMeeting(MeetingId Id, CitizenId Citizen, UserId? Worker, DateTimeOffset At) : Registered
{
    public required MeetingKind Kind { get; init; }

    public required MeetingChannel Channel { get; init; }

    public required MeetingStatus Status { get; init; }

    protected override string Called => "samtale";

    protected override void WriteTo(IRegisterRows rows)
    {
        var row = new MeetingRow
        {
            Id = Id,
            CitizenId = Citizen,
            WorkerId = Worker,
            At = At,
            Kind = Kind,
            Channel = Channel,
            Status = Status,
        };
        rows.Add(row);
        if (Status == MeetingStatus.Planned) rows.Take(new RegisteredTime(row.Time));
    }
}

/// <summary>A time that a worker has opened.</summary>
public sealed record RegisteredSlot(SlotId Id, UserId Worker, DateTimeOffset At, int Minutes) : Registered
{
    protected override string Called => "ledig tid";

    protected override void WriteTo(IRegisterRows rows) =>
        rows.Add(new SlotRow { Id = Id, WorkerId = Worker, At = At, Minutes = Minutes });
}

/// <summary>What stands in call-ups to a place.</summary>
public sealed record RegisteredPlace(MeetingPlace Place) : Registered
{
    public required DateTimeOffset SetAt { get; init; }

    public required string SetBy { get; init; }

    protected override string Called => "mødested";

    protected override string? Fault => RegisterFaults.Nameless(Place.Name);

    protected override void WriteTo(IRegisterRows rows) =>
        rows.Add(
            new MeetingPlaceRow
            {
                Name = Place.Name,
                Address = Place.Address,
                Phone = Place.Phone,
                Video = Place.Video,
                Hours = Place.Hours,
                SetAt = SetAt,
                SetBy = SetBy,
            }
        );
}

/// <summary>A wish for an earlier time than a conversation's.</summary>
public sealed record RegisteredWish(
    Guid Id,
    CitizenId Citizen,
    MeetingId Meeting,
    DateTimeOffset JoinedAt,
    bool ByCitizen
) : Registered
{
    protected override string Called => "plads på ventelisten";

    protected override void WriteTo(IRegisterRows rows) =>
        rows.Add(
            new WaitingRow
            {
                Id = Id,
                CitizenId = Citizen,
                MeetingId = Meeting,
                JoinedAt = JoinedAt,
                ByCitizen = ByCitizen,
            }
        );
}

/// <summary>One set of answers to the four questions, 1–5 each, by team and month and of nobody.</summary>
public sealed record RegisteredAnswers(Guid Id, TeamId Team, DateOnly Month) : Registered
{
    public required int Options { get; init; }

    public required int Belief { get; init; }

    public required int Progress { get; init; }

    public required int Dignity { get; init; }

    protected override string Called => "besvarelse";

    protected override string? Fault =>
        ((int[])[Options, Belief, Progress, Dignity]).All(a => a is >= 1 and <= 5) ? null : "Svar er fra 1 til 5.";

    protected override void WriteTo(IRegisterRows rows) =>
        rows.Add(
            new SurveyAnswerRow
            {
                Id = Id,
                TeamId = Team,
                Month = Month,
                Options = Options,
                Belief = Belief,
                Progress = Progress,
                Dignity = Dignity,
            }
        );
}
