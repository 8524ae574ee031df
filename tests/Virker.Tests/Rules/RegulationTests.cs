using FsCheck;
using FsCheck.Fluent;
using Virker.Rules;

namespace Virker.Tests.Rules;

/// <summary>New values laid over the law: from a file, line by line, without overlap and without holes.</summary>
public sealed class RegulationTests
{
    private static readonly DateOnly Today = new(2026, 12, 1);

    [Fact]
    public void A_file_is_read_as_CSV_with_Danish_numbers_and_as_JSON()
    {
        var csv = RegulationFile.Read(
            $"{RegulationFile.Header}\r\nsanction.amount.rate-1;2027-01-01;;1.234,50;star.dk;verified;2026-11-30\n",
            Today
        );
        var json = RegulationFile.Read(
            """[{"parameter": "sanction.amount.rate-1", "from": "2027-01-01", "to": null, "value": 1234.5, "source": "star.dk", "status": "verified", "checked": "2026-11-30"}]""",
            Today
        );
        csv.Errors.ShouldBeEmpty();
        json.Errors.ShouldBeEmpty();
        csv.Values.ShouldHaveSingleItem().Value.ShouldBe(json.Values.ShouldHaveSingleItem().Value);
        csv.Values[0]
            .ShouldSatisfyAllConditions(
                v => v.Line.ShouldBe(2),
                v => v.Value.Value.ShouldBe(1234.5m),
                v => v.Value.To.ShouldBeNull()
            );
    }

    [Theory]
    [InlineData("sanction.amount.rate-1;2027-13-01;;210;star.dk;verified;2026-11-30", "gælde fra")]
    [InlineData(
        "sanction.amount.rate-1;2027-01-01;2026-01-01;210;star.dk;verified;2026-11-30",
        "slutter, før den begynder"
    )]
    [InlineData("sanction.amount.rate-1;2027-01-01;;to hundrede;star.dk;verified;2026-11-30", "ikke et tal")]
    [InlineData("sanction.amount.rate-1;2027-01-01;;210;;verified;2026-11-30", "Kilden mangler")]
    [InlineData("sanction.amount.rate-1;2027-01-01;;210;star.dk;helt sikker;2026-11-30", "ikke en status")]
    [InlineData("sanction.amount.rate-1;2027-01-01;;210;star.dk;verified;2027-11-30", "i fremtiden")]
    [InlineData("sanction.amount.rate-1;2027-01-01;210", "3 felter")]
    public void A_wrong_line_is_named_with_its_reason(string line, string reason)
    {
        var (values, errors) = RegulationFile.Read(
            $"{RegulationFile.Header}\nsanction.amount.rate-2;2027-01-01;;410;star.dk;verified;2026-11-30\n{line}\n",
            Today
        );
        values.ShouldHaveSingleItem();
        errors
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(e => e.Line.ShouldBe(3), e => e.Reason.ShouldContain(reason));
    }

    /// <summary>The words that the pages show, the short ones, and the codes.</summary>
    [Theory]
    [InlineData("verified", "læst i loven", "Læst i loven eller hos myndigheden")]
    [InlineData("secondary", "Sekundær kilde", "LÆST I EN SEKUNDÆR KILDE ELLER BEREGNET")]
    [InlineData("unverified", "ikke kontrolleret", "Ikke kontrolleret")]
    public void A_status_is_written_in_Danish_or_as_its_code(params string[] written)
    {
        var read = written
            .Select(w =>
                RegulationFile.Read(
                    $"{RegulationFile.Header}\nsanction.amount.rate-1;2027-01-01;;210;star.dk;{w};2026-11-30\n",
                    Today
                )
            )
            .ToList();
        read.SelectMany(r => r.Errors).ShouldBeEmpty();
        read.Select(r => r.Values.ShouldHaveSingleItem().Value.Status.Id()).Distinct().ShouldBe([written[0]]);
    }

    [Fact]
    public void A_value_that_stands_twice_is_named_with_the_other_line() =>
        RegulationFile
            .Read(
                $"{RegulationFile.Header}\nsanction.amount.rate-2;2027-01-01;;410;star.dk;verified;2026-11-30\nsanction.amount.rate-2;2027-01-01;;420;star.dk;verified;2026-11-30",
                Today
            )
            .Errors.ShouldHaveSingleItem()
            .Reason.ShouldContain("linje 2");

    [Fact]
    public void The_preview_has_the_old_value_the_new_and_how_much_higher()
    {
        var (changes, errors, law) = RegulatedLaw.Over(
            Lawbook.Current,
            [Value("sanction.amount.rate-1", new(2027, 1, 1), 210m)]
        );
        errors.ShouldBeEmpty();
        changes
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                c => c.Old!.Value.ShouldBe(200),
                c => c.Percent.ShouldBe(5m),
                c => c.IsLarge.ShouldBeFalse()
            );
        law["sanction.amount.rate-1"].On(new(2026, 12, 31)).Value.Value.ShouldBe(200);
        law["sanction.amount.rate-1"].On(new(2027, 1, 1)).Value.Value.ShouldBe(210);
        Lawbook
            .Current["sanction.amount.rate-1"]
            .On(new(2027, 1, 1))
            .Value.Value.ShouldBe(200, "the compiled-in law is untouched");
    }

    [Theory]
    [InlineData("findes.ikke", "2027-01-01", 4, "Der er ingen parameter")]
    [InlineData("sanction.amount.rate-1", "2001-01-01", 200, "gælder først fra")]
    [InlineData("refund.percentage.weeks-1-4", "2027-01-01", 250, "kan ikke stå i enheden")]
    [InlineData("contact_course.dagpenge.municipality", "2022-01-01", 5, "skriv, hvornår den nye slutter")]
    [InlineData("leisure_supplement.couple", "2031-01-01", 600, "Der er ingen værdi mellem")]
    public void A_value_that_does_not_fit_the_law_is_refused(string parameter, string from, int value, string reason) =>
        RegulatedLaw
            .Over(Lawbook.Current, [Value(parameter, DateOnly.Parse(from), value)])
            .Errors.ShouldHaveSingleItem()
            .Reason.ShouldContain(reason);

    /// <summary>
    /// Whatever is laid over, every day has one value at the most, and no day between two values has none.
    /// </summary>
    [Fact]
    public void Values_stay_without_overlap_and_without_holes() => Prop.ForAll(Overlays().ToArbitrary(), overlays =>
    {
        var parameter = Lawbook.Current["contact_course.dagpenge.municipality"];
        foreach (var added in overlays)
        {
            var laid = RegulatedLaw.Over(parameter, added);
            if (laid.IsRefused) continue;
            parameter = laid.Value;
            if (parameter.On(added.From).Value.Held != added) return false;
        }

                    return parameter
                        .Values.Zip(parameter.Values.Skip(1))
                        .All(p => p.First.To is { } end && end.AddDays(1) == p.Second.From && p.First.From <= end);
                }
            )
            .QuickCheckThrowOnFailure();

    private static Gen<DatedValue[]> Overlays() =>
        from spans in Gen.Choose(-200, 4000).Zip(Gen.Choose(0, 900)).Zip(Gen.Choose(0, 9)).ListOf(4)
        select spans
            .Select(s => new DatedValue(
                new DateOnly(2020, 1, 1).AddDays(s.Item1.Item1),
                s.Item1.Item2 > 800 ? null : new DateOnly(2020, 1, 1).AddDays(s.Item1.Item1 + s.Item1.Item2),
                s.Item2,
                "prøve",
                LawStatus.Verified,
                new(2026, 1, 1)
            ))
            .ToArray();

    private static RegulatedValue Value(string parameter, DateOnly from, decimal value) =>
        new(2, parameter, new(from, null, value, "star.dk", LawStatus.Verified, new(2026, 11, 30)));
}
