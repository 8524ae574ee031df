using FsCheck;
using FsCheck.Fluent;
using Virker.Casework;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Casework;

public sealed class BookingTests
{
    [Theory, EachDatabase]
    public async Task A_conversation_takes_worker_citizen_room_and_interpreter_at_once(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var citizen = await office.CitizenAsync(interpreter: "arabisk");
        await office.BookAsync(citizen, office.At(1, 10), MeetingChannel.Attendance);
        (await office.House.CountAsync("booked_times")).ShouldBe(4 * 3);
        (
            await office.House.ReadAsync(
                "select count(*) from meetings where room_id is not null and interpreter_id is not null"
            )
        ).ShouldBe([1L]);
    }

    [Theory, EachDatabase]
    public async Task Nobody_and_nothing_is_booked_twice(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var (first, second) = (await office.CitizenAsync(), await office.CitizenAsync());
        await office.BookAsync(first, office.At(1, 10), MeetingChannel.Attendance);
        (await office.TryAsync(second, office.At(1, 10, 30))).Refusal!.Code.ShouldBe("booking.worker-taken");
        (await office.TryAsync(first, office.At(1, 10, 30), with: office.Bo)).Refusal!.Code.ShouldBe(
            "booking.citizen-taken"
        );
        (
            await office.TryAsync(second, office.At(1, 10, 30), MeetingChannel.Attendance, office.Bo)
        ).Refusal!.Code.ShouldBe("booking.no-room");
        (await office.TryAsync(second, office.At(1, 10, 45))).IsRefused.ShouldBeFalse();
        (await office.House.CountAsync("meetings")).ShouldBe(2);
    }

    [Theory, EachDatabase]
    public async Task An_interpreter_is_found_or_done_without_on_purpose(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var (first, second) = (
            await office.CitizenAsync(interpreter: "arabisk"),
            await office.CitizenAsync(interpreter: "arabisk", worker: office.Bo)
        );
        await office.BookAsync(first, office.At(1, 10));
        (await office.TryAsync(second, office.At(1, 10), with: office.Bo)).Refusal!.Code.ShouldBe(
            "booking.no-interpreter"
        );
        (
            await office.Bo.RunAsync(
                new BookMeeting(second, office.At(1, 10), MeetingKind.Job, MeetingChannel.Phone)
                {
                    WithoutInterpreter = true,
                }
            )
        ).IsRefused.ShouldBeFalse();
    }

    /// <summary>Sixty-four at once want the same forty times of one worker: each time goes to one of them.</summary>
    [Theory, EachDatabase]
    public async Task Of_hundreds_who_book_at_once_no_two_get_the_same_time(Dialect dialect)
    {
        const int clients = 64, times = 10, tries = 5;
        await using var office = await JobOffice.OpenAsync(dialect, rooms: 2);
        var citizens = new List<CitizenId>();
        for (var i = 0; i < clients; i++)
            citizens.Add(await office.CitizenAsync());
        var outcomes = await Task.WhenAll(
            citizens.Select(
                (citizen, number) =>
                    Task.Run(async () =>
                    {
                        var mine = new List<Outcome<MeetingBooked>>();
                        for (var i = 0; i < tries; i++)
                            mine.Add(
                                await office.TryAsync(
                                    citizen,
                                    office.At(1 + (i % 3), 8).AddMinutes(45 * ((number + i) % times)),
                                    MeetingChannel.Attendance
                                )
                            );
                        return mine;
                    })
            )
        );
        var all = outcomes.SelectMany(o => o).ToList();
        var booked = all.Where(o => !o.IsRefused).Select(o => o.Value.At).ToList();
        booked.Count.ShouldBe(booked.Distinct().Count());
        booked.Count.ShouldBe(3 * times);
        all.Where(o => o.IsRefused)
            .ShouldEachBe(o => o.Refusal!.Code.StartsWith("booking.") || o.Refusal.Code.StartsWith("conflict."));
        (await office.House.CountAsync("booked_times")).ShouldBe(booked.Count * 3 * 3);
    }

    [Theory, EachDatabase]
    public async Task A_move_gives_the_old_time_back_or_changes_nothing(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var (first, second) = (await office.CitizenAsync(), await office.CitizenAsync());
        var booked = await office.BookAsync(first, office.At(1, 10));
        await office.BookAsync(second, office.At(1, 12));
        (await office.Anna.RefusedAsync(new RebookMeeting(first, booked.Id, 1, office.At(1, 12)))).ShouldBe(
            "booking.worker-taken"
        );
        (await office.TryAsync(second, office.At(1, 10))).Refusal!.Code.ShouldBe("booking.worker-taken");
        await office.Anna.DoneAsync(new RebookMeeting(first, booked.Id, 1, office.At(2, 9)));
        (await office.Anna.RefusedAsync(new RebookMeeting(first, booked.Id, 1, office.At(2, 11)))).ShouldBe(
            "meeting.changed-meanwhile"
        );
        (await office.TryAsync(second, office.At(1, 10))).IsRefused.ShouldBeFalse();
    }

    [Theory]
    [InlineData(-1, 10, "meeting.in-past")]
    [InlineData(4, 10, "meeting.weekend")]
    [InlineData(1, 5, "meeting.outside-hours")]
    [InlineData(1, 17, null)]
    [InlineData(87, 10, "meeting.holiday")]
    public void A_time_that_no_office_keeps_is_refused(int days, int hour, string? code)
    {
        var now = new DateTimeOffset(2024, 1, 2, 8, 0, 0, TimeSpan.Zero);
        var at = now.DanishDate().AddDays(days).ToDateTime(new TimeOnly(hour, 0)).DanishInstant();
        Bookings
            .Decide(
                new MeetingRow
                {
                    At = at,
                    Kind = MeetingKind.Job,
                    Channel = MeetingChannel.Phone,
                    Status = MeetingStatus.Planned,
                },
                now,
                new(new(7, 0), new(18, 0))
            )
            ?.Code.ShouldBe(code);
        if (code is not null)
            Bookings
                .Decide(
                    new MeetingRow
                    {
                        At = at,
                        Kind = MeetingKind.Job,
                        Channel = MeetingChannel.Phone,
                        Status = MeetingStatus.Planned,
                    },
                    now,
                    new(new(7, 0), new(18, 0))
                )
                .ShouldNotBeNull();
    }

    [Fact]
    public async Task A_worker_who_is_away_is_not_booked_and_hears_which_conversations_lie_there()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        var citizen = await office.CitizenAsync();
        await office.BookAsync(citizen, office.At(7, 10));
        var absence = await office.Anna.DoneAsync(
            new RegisterAbsence(office.Today.AddDays(6), office.Today.AddDays(8), "Kursus")
        );
        absence.MeetingsInIt.ShouldBe(1);
        (await office.TryAsync(citizen, office.At(8, 10))).Refusal!.Code.ShouldBe("booking.worker-absent");
        (await office.TryAsync(citizen, office.At(9, 10))).IsRefused.ShouldBeFalse();
    }

    [Fact]
    public async Task Open_times_skip_holidays_and_weekends_and_are_free_until_somebody_takes_them()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        office.House.Clock.Set(new(2024, 3, 25, 8, 0, 0, TimeSpan.Zero));
        await office
            .House.As(Role.TeamLeader, office.Team.Value)
            .DoneAsync(new SetChoice(MunicipalChoice.ShortestNotice, new(2024, 3, 25), 0));
        var opened = await office.Anna.DoneAsync(
            new OpenSlots(
                new(2024, 3, 26),
                new(2024, 4, 2),
                [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Thursday],
                new(9, 0),
                new(11, 15),
                45
            )
        );
        opened.Count.ShouldBe(
            2 * 3,
            "Tuesday 26 March and Tuesday 2 April; Thursday 28 March and Monday 1 April are holidays"
        );
        var again = await office.Anna.DoneAsync(
            new OpenSlots(new(2024, 3, 26), new(2024, 4, 2), [DayOfWeek.Tuesday], new(9, 0), new(11, 15), 45)
        );
        again.Count.ShouldBe(0);
        var citizen = await office.CitizenAsync(since: new(2024, 3, 25));
        var view = await office.Anna.DoneAsync(new SeeBooking(citizen));
        view.OwnSlots.Select(s => s.At.DanishDate())
            .Distinct()
            .ShouldBe([new(2024, 3, 26)], "the first conversation is due by 1 April");
        await office.BookAsync(citizen, view.OwnSlots[0].At);
        (await office.Anna.DoneAsync(new SeeOwnSlots())).Slots.Count(s => s.Taken).ShouldBe(1);
        (await office.Anna.DoneAsync(new SeeBooking(citizen))).OwnSlots.ShouldNotContain(s =>
            s.At == view.OwnSlots[0].At
        );
    }

    [Fact]
    public async Task Who_stays_away_gives_the_time_back_and_may_be_excused_afterwards()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        var citizen = await office.CitizenAsync();
        var booked = await office.BookAsync(citizen, office.At(1, 10));
        (
            await office.Anna.RefusedAsync(new EndMeeting(citizen, booked.Id, 1, MeetingStatus.Missed, "Mødte ikke"))
        ).ShouldBe("meeting.not-yet");
        office.House.Clock.Advance(TimeSpan.FromDays(2));
        (await office.Anna.RefusedAsync(new EndMeeting(citizen, booked.Id, 1, MeetingStatus.Missed, " "))).ShouldBe(
            "meeting.no-reason"
        );
        var missed = await office.Anna.DoneAsync(
            new EndMeeting(citizen, booked.Id, 1, MeetingStatus.Missed, "Mødte ikke")
        );
        (await office.House.CountAsync("booked_times")).ShouldBe(0);
        (
            await office.Anna.DoneAsync(
                new EndMeeting(citizen, booked.Id, missed.Version, MeetingStatus.Excused, "Var indlagt")
            )
        ).Status.ShouldBe(MeetingStatus.Excused);
    }

    [Fact]
    public async Task A_conversation_is_another_citizens_or_nobodys()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        var (first, second) = (await office.CitizenAsync(), await office.CitizenAsync());
        var booked = await office.BookAsync(first, office.At(1, 10));
        (
            await office.Anna.RefusedAsync(new EndMeeting(second, booked.Id, 1, MeetingStatus.Cancelled, "Fejl"))
        ).ShouldBe("meeting.not-found");
        (
            await office
                .House.As(Role.Controller)
                .RefusedAsync(new BookMeeting(first, office.At(2, 10), MeetingKind.Job, MeetingChannel.Phone))
        ).ShouldBe("permission.denied");
    }

    /// <summary>
    /// Whatever is done to a conversation, in whatever order, it goes where the model lets it and time is taken only
    /// while it is planned.
    /// </summary>
    [Fact]
    public void A_conversation_goes_only_where_it_can() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll(
                Gen.Elements(
                        MeetingStatus.Planned,
                        MeetingStatus.Held,
                        MeetingStatus.Missed,
                        MeetingStatus.Excused,
                        MeetingStatus.Cancelled
                    )
                    .ListOf()
                    .ToArbitrary(),
                asked =>
                {
                    Dictionary<MeetingStatus, MeetingStatus[]> model = new()
                    {
                        [MeetingStatus.Planned] =
                        [
                            MeetingStatus.Held,
                            MeetingStatus.Missed,
                            MeetingStatus.Excused,
                            MeetingStatus.Cancelled,
                        ],
                        [MeetingStatus.Missed] = [MeetingStatus.Excused],
                        [MeetingStatus.Held] = [],
                        [MeetingStatus.Excused] = [],
                        [MeetingStatus.Cancelled] = [],
                    };
                    var status = MeetingStatus.Planned;
                    foreach (var to in asked)
                    {
                        MeetingCourse.Allows(status, to).ShouldBe(model[status].Contains(to), $"{status} → {to}");
                        (MeetingCourse.Refuse(status, to) is null).ShouldBe(model[status].Contains(to));
                        if (MeetingCourse.Allows(status, to))
                            status = to;
                    }

            MeetingCourse.TakesTime(status).ShouldBe(status == MeetingStatus.Planned);
        }));
}
