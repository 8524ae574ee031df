using Virker.Platform;

namespace Virker.Tests.Platform;

/// <summary>Dates, times, numbers and sentences as Danish papers print them.</summary>
public sealed class PrintedFormsTests
{
    [Theory]
    [InlineData("Mandag d. 12. april 2021 kl. 12:30", "2021-04-12")]
    [InlineData("den 05-02-2015", "2015-02-05")]
    [InlineData("04.12.2012", "2012-12-04")]
    [InlineData("Mandag, 11 januar, 2021 - 19:00", "2021-01-11")]
    [InlineData("2013-06-20 10:30", "2013-06-20")]
    [InlineData("15-maj-2002", "2002-05-15")]
    [InlineData("pr. 31.05.16", "2016-05-31")]
    [InlineData("sag 330-2021-15739", null)]
    [InlineData("den 31. februar 2021", null)]
    public void A_date_is_read_in_each_form(string text, string? expected) =>
        (PrintedDate.First(text)?.Date.ToString("yyyy-MM-dd", null)).ShouldBe(expected);

    [Theory]
    [InlineData("kl. 16.30-18.15", "16:30", "18:15")]
    [InlineData("Kl. 8", "08:00", null)]
    [InlineData("9:30-11:00", "09:30", "11:00")]
    [InlineData("den 12.04.2021", null, null)]
    public void A_clock_time_is_read_in_each_form(string text, string? start, string? end)
    {
        PrintedTime.Bare(text).ShouldBe(start);
        PrintedTime.End(text).ShouldBe(end);
    }

    [Theory]
    [InlineData("30.807", 30807)]
    [InlineData("-4,0", -4)]
    [InlineData("1.316.000", 1316000)]
    [InlineData("1234", 1234)]
    public void A_number_uses_full_stop_for_thousands(string text, int expected) =>
        PrintedNumber.Whole(text).ShouldBe(expected);

    [Fact]
    public void Abbreviations_dates_and_initials_end_no_sentence() =>
        Sentences
            .Of(
                "Mogens C. Hansen (A) ønsker jf. § 11 svar den 3. maj 2021. Sagen behandles som punkt 2. Udvalget tager bl.a. sagen til orientering."
            )
            .ShouldBe([
                "Mogens C. Hansen (A) ønsker jf. § 11 svar den 3. maj 2021.",
                "Sagen behandles som punkt 2.",
                "Udvalget tager bl.a. sagen til orientering.",
            ]);

    [Fact]
    public void A_table_cut_by_a_page_is_one_table_and_a_figure_like_a_year_is_no_head()
    {
        var table = SourceTable
            .Find([
                .. "\t2021\t2022\t2023|Kontakter\t1791\t2575\t2023||Virksomheder\t552\t716\t716||\t2021\t2022\t2023|Heraf små\t510\t666\t687"
                    .Split('|')
                    .Select((t, i) => new SourceLine(i + 1, t)),
            ])
            .ShouldHaveSingleItem();

        table.WasSplit.ShouldBeTrue();
        table.Columns.ShouldBe(["2021", "2022", "2023"]);
        table.Rows.Select(r => r.Label).ShouldBe(["Kontakter", "Virksomheder", "Heraf små"]);
    }
}
