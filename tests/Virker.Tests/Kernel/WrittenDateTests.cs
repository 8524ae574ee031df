using Virker.Kernel;

namespace Virker.Tests.Kernel;

/// <summary>
/// One reader of dates for fields, addresses, files and the command line: what people write is understood, and a day
/// that makes no sense is said to.
/// </summary>
public sealed class WrittenDateTests
{
    private static readonly DateOnly Today = new(2024, 4, 2);

    [Theory]
    [InlineData("12-4-2024")]
    [InlineData("12-04-2024")]
    [InlineData("12/4/24")]
    [InlineData("12/4-24")]
    [InlineData("12.4.2024")]
    [InlineData("12. 4. 2024")]
    [InlineData("12 4 2024")]
    [InlineData("2024-04-12")]
    [InlineData("2024-4-12")]
    [InlineData("120424")]
    [InlineData("12042024")]
    [InlineData("20240412")]
    [InlineData("12. april 2024")]
    [InlineData("12 apr. 2024")]
    [InlineData("fredag den 12. april 2024")]
    [InlineData(" 12\u00A04\u00A02024\u200B")]
    [InlineData("12–4–2024")]
    public void What_people_write_is_one_day(string written)
    {
        foreach (
            var window in new[]
            {
                DateWindow.Meeting,
                DateWindow.Absence,
                DateWindow.Deadline,
                DateWindow.History,
                DateWindow.Choice,
                DateWindow.Search,
                DateWindow.Law,
                DateWindow.CommitteeMeeting,
            }
        )
            WrittenDate.Read(written, Today, window, "Date").Value.ShouldBe(new DateOnly(2024, 4, 12), window.Thing);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("12/4")]
    [InlineData("i morgen")]
    [InlineData("12-4-024")]
    [InlineData("12-4-20245")]
    [InlineData("1204")]
    [InlineData("12. snemåned 2024x")]
    public void What_is_no_date_asks_for_one(string? written) =>
        Refused(written, DateWindow.Meeting, "date.unreadable").Text.ShouldContain("12-04-2026");

    [Theory]
    [InlineData("31-02-2024")]
    [InlineData("29-02-2023")]
    [InlineData("00-01-2024")]
    [InlineData("12-13-2024")]
    [InlineData("12. snemåned 2024")]
    [InlineData("320424")]
    public void What_the_calendar_has_not_is_said(string written) =>
        Refused(written, DateWindow.Meeting, "date.no-such-day").Text.ShouldContain("kalenderen");

    [Theory]
    [InlineData("12-04-0024", "12. april 0024.")]
    [InlineData("12-04-2204", "12. april 2204")]
    [InlineData("31-12-9999", "31. december 9999")]
    [InlineData("9999-12-31", "31. december 9999")]
    [InlineData("01-01-0001", "1. januar 0001.")]
    public void A_year_outside_the_fields_days_is_refused_with_the_days_that_may_be_written(string written, string said)
    {
        foreach (
            var window in new[]
            {
                DateWindow.Birth,
                DateWindow.Meeting,
                DateWindow.CommitteeMeeting,
                DateWindow.Absence,
                DateWindow.Deadline,
                DateWindow.History,
                DateWindow.Received,
                DateWindow.Choice,
                DateWindow.Search,
                DateWindow.Law,
            }
        )
        {
            var refusal = Refused(written, window, "date.outside");
            refusal.Text.ShouldSatisfyAllConditions(
                t => t.ShouldStartWith(window.Thing),
                t => t.ShouldContain(WrittenDate.Say(window.From(Today).Last)),
                t => ($"{t}.").ShouldContain(said)
            );
        }
    }

    [Fact]
    public void A_birth_may_be_in_either_century_and_is_asked_about_only_then()
    {
        WrittenDate.Read("120480", Today, DateWindow.Birth).Value.ShouldBe(new DateOnly(1980, 4, 12));
        WrittenDate
            .Read("120424", Today, DateWindow.Birth)
            .Value.ShouldBe(new DateOnly(1924, 4, 12), "of this century it would be in ten days");
        Refused("010224", DateWindow.Birth, "date.ambiguous")
            .Text.ShouldContain("1. februar 1924 eller 1. februar 2024");
        Refused("03-04-2024", DateWindow.Birth, "date.outside");
    }

    [Fact]
    public void A_machines_day_is_written_in_one_way_and_lies_within_the_known_years()
    {
        WrittenDate.Iso("2024-04-12").ShouldBe(new DateOnly(2024, 4, 12));
        foreach (var other in new[] { "12-04-2024", "2024-4-12", "0024-04-12", "9999-12-31", "", null })
            WrittenDate.Iso(other).ShouldBeNull();
        WrittenDate.Month("2024-04").ShouldBe(new DateOnly(2024, 4, 1));
        foreach (var other in new[] { "2024", "9999-12", "2024-13", null }) WrittenDate.Month(other).ShouldBeNull();
    }

    [Theory]
    [InlineData("16.30", 16, 30)]
    [InlineData("16:30", 16, 30)]
    [InlineData("1630", 16, 30)]
    [InlineData("930", 9, 30)]
    [InlineData("9", 9, 0)]
    [InlineData("kl. 9.05", 9, 5)]
    [InlineData("Kl 14", 14, 0)]
    [InlineData("0.00", 0, 0)]
    public void A_time_of_day_is_read_as_it_is_said(string written, int hour, int minute) =>
        WrittenTime.Clock(written).Value.ShouldBe(new TimeOnly(hour, minute));

    [Theory]
    [InlineData("24.00")]
    [InlineData("25")]
    [InlineData("12.60")]
    [InlineData("")]
    [InlineData("ni")]
    public void A_time_that_the_day_has_not_is_refused(string written) =>
        WrittenTime.Clock(written, "At").Refusal!.Field.ShouldBe("At");

    [Theory]
    [InlineData("2,5 timer", 150)]
    [InlineData("2:30", 150)]
    [InlineData("2 timer 30 min.", 150)]
    [InlineData("2 timer og 30 minutter", 150)]
    [InlineData("1 time", 60)]
    [InlineData("45 minutter", 45)]
    [InlineData("45", 45)]
    public void How_long_something_takes_is_read_as_it_is_said(string written, int minutes) =>
        WrittenTime.Duration(written, TimeUnit.Minutes).Value.TotalMinutes.ShouldBe(minutes);

    [Fact]
    public void A_number_alone_counts_what_the_field_counts_and_a_dot_is_asked_about()
    {
        WrittenTime.Duration("37", TimeUnit.Hours).Value.TotalHours.ShouldBe(37);
        WrittenTime.Duration("2,5", TimeUnit.Hours).Value.TotalHours.ShouldBe(2.5);
        WrittenTime.Duration("2.30", TimeUnit.Hours).Refusal!.Text.ShouldContain("to måder");
        foreach (var none in new[] { "", "lidt", "2:75", "timer" })
            WrittenTime.Duration(none, TimeUnit.Hours).IsRefused.ShouldBeTrue(none);
    }

    private static Refusal Refused(string? written, DateWindow window, string code)
    {
        var refusal = WrittenDate
            .Read(written, Today, window, "Date")
            .Refusal.ShouldNotBeNull($"{window.Thing}: {written}");
        refusal.Code.ShouldBe(code, $"{window.Thing}: {written}");
        refusal.Field.ShouldBe("Date");
        return refusal;
    }
}
