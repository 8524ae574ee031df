using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using Virker.Casework;
using Virker.Companies;
using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Insight;

/// <summary>The whole catalogue: what a key figure says of itself is what it is computed with.</summary>
public sealed partial class DefinitionTests
{
    /// <summary>The digits in a note, which no measure is made of; all others are refused.</summary>
    private static readonly string[] NotesOfOthers =
    [
        "jobindsats kræver i stedet 80 pct. af de seneste 52 uger",
        "efter 30. juni 2025 kan tallet ikke opgøres",
        "Skalaen går fra 1 (slet ikke) til 5 (i meget høj grad)",
    ];

    private static readonly Dictionary<string, int> WrittenOut = new() { ["tre"] = 3, ["fire"] = 4, ["fem"] = 5,
        ["seks"] = 6, ["ti"] = 10, ["tolv"] = 12 };

    [Fact]
    public void The_unit_is_a_word_for_what_the_measure_counts()
    {
        foreach (var indicator in HouseCatalogue.It.All)
            MeasureWords.Units(indicator.Measure).ShouldContain(indicator.Unit, indicator.Id);
        MeasureWords.Units(new Inflow(new(ApprenticeFacts.Table))).ShouldBe(["forløb"]);
        MeasureWords.Units(new Heads(new(ActiveCompanyFacts.Table), Presence.AtEnd)).ShouldBe(["virksomheder"]);
    }

    [Fact]
    public void Every_sentence_is_whole_and_one_is_not_told_as_several()
    {
        foreach (var indicator in HouseCatalogue.It.All)
        {
            foreach (var text in new[] { indicator.Definition, indicator.Formula })
            {
                text.ShouldMatch(@"^[A-ZÆØÅ].*\.$", indicator.Id);
                foreach (var fault in new[] { "..", "  ", " .", " ,", ",,", "{", "|",
                    "*" }) text.ShouldNotContain(fault, Case.Sensitive, $"{indicator.Id}: {text}");
                Several().Match(text).Value.ShouldBe("", $"{indicator.Id}: {text}");
                text.ShouldNotContain("række", Case.Sensitive, $"{indicator.Id}: a table without words");
            }

            if (indicator.Unit
                is not ("pct." or "forløb" or "skift" or "svar" or "point" or "tilskud")) Danish.Amount(1, 0,
                indicator.Unit).ShouldNotBe($"1 {indicator.Unit}", indicator.Id);
        }
    }

    [Fact]
    public void Every_value_that_is_asked_for_has_a_word()
    {
        var asked = HouseCatalogue
            .It.All.SelectMany(i => i.Measure.Sets)
            .SelectMany(s => s.Conditions.Concat(s.PersonConditions))
            .SelectMany(c => c.Keys.Select(k => (c.Column, Key: k)))
            .Distinct()
            .ToList();
        asked.Count.ShouldBeGreaterThan(25);
        asked.Where(a => !a.Column.Said.ContainsKey(a.Key)).ShouldBeEmpty();
    }

    /// <summary>
    /// Every bound, age and follow-up stands in the definition, and a name or a note has no number that the measure
    /// has not.
    /// </summary>
    [Fact]
    public void The_numbers_that_are_told_are_those_that_are_counted_with()
    {
        foreach (var indicator in HouseCatalogue.It.All)
        {
            var bounds = Bounds(indicator.Measure).Distinct().ToList();
            foreach (var bound in bounds.Where(b => b > 1)) Numbers(indicator.Definition).ShouldContain(bound,
                $"{indicator.Id}: {indicator.Definition}");
            var told = bounds.SelectMany(b => new[] { b, b / 12, b / 365, (int)Math.Round(b / 30.4) })
                .Append(100).ToHashSet();
            // The steps of the ladder and the ministry's groups of benefits are names.
            var name = indicator.Measure is LadderDays ? "" : Named().Replace(indicator.Name, "");
            Numbers(name).Where(n => !told.Contains(n)).ShouldBeEmpty($"{indicator.Id}: {name}");
            Numbers(NotesOfOthers.Aggregate(indicator.Note, (note, known) => note.Replace(known,
                ""))).ShouldBeEmpty(indicator.Id);
        }
    }

    [Fact]
    public void Another_bound_is_another_text()
    {
        var sick = new FactSet(BenefitFacts.Table).With(BenefitFacts.Benefit, "sygedagpenge") with
        {
            Gap = Gap.Days(1),
        };
        MeasureWords
            .Definition(new LongerThan(sick, 1), "personer")
            .ShouldBe(
                "Personer, der på periodens sidste dag får sygedagpenge i et forløb, der begyndte mere end 1 dag før (et nyt forløb begynder efter mere end 1 dag uden)."
            );
        MeasureWords
            .Definition(new FullTime(sick.Aged(16, 66)), "helårspersoner")
            .ShouldBe(
                "Dage, hvor personer på 16-66 år får sygedagpenge, omregnet til helårspersoner. For en måned er tallet fuldtidspersoner."
            );
        MeasureWords
            .Definition(
                new Ratio(
                    new Virker.Insight.Group(
                        new Present(sick, Presence.AtEnd) & new Recent(new(ConversationFacts.Table), 92)
                    ),
                    new Heads(sick, Presence.AtEnd)
                ),
                "pct."
            )
            .ShouldBe(
                "Andel af personer, der på periodens sidste dag får sygedagpenge, som den dag har haft en samtale højst 92 dage før."
            );
        MeasureWords
            .Definition(
                new StatusAfter(sick, CohortEvent.Ends, FollowUp.AfterMonths(1), new(EmploymentFacts.Table)),
                "pct."
            )
            .ShouldBe(
                "Andel af forløb på sygedagpenge, hvor personen 1 måned efter sidste dag er i lønmodtagerbeskæftigelse. Tallet er om dem, hvis opfølgningsdag ligger i perioden."
            );
        MeasureWords
            .Definition(new LadderDays(sick, [28, 182], 1), "fuldtidspersoner")
            .ShouldContain("har 28-181 dage på ydelserne bag sig");
    }

    private static List<int> Numbers(string text) => [.. Digits().Matches(text).Select(m =>
        int.Parse(m.Value, CultureInfo.InvariantCulture)),
        .. Regex.Matches(text.ToLowerInvariant(), @"\p{L}+").Select(m => WrittenOut.GetValueOrDefault(m.Value, -1))
            .Where(n => n > 0)];

    /// <summary>Every number that a measure is declared with: days, months, ages, least numbers, gaps.</summary>
    private static IEnumerable<int> Bounds(object? part) => part switch
    {
        null or string or Enum or bool => [],
        int number => [number],
        Gap gap => gap.LongestBreak is > 0 and var days ? [days] : [],
        FollowUp after => Numbers(after.ToString()),
        FactSet set => [.. set.Minimums.Select(m => m.Number), .. set.Age is { } age ? [age.From, age.To]
            : Array.Empty<int>()],
        LadderDays ladder => ladder.Steps.Where((_, i) => i == ladder.Step || i == ladder.Step - 1).Select((s, i) =>
            i == 0 && ladder.Step > 0 || ladder.Step == 0 ? s : s - 1),
        Ratio ratio => [.. Bounds(ratio.Part), .. Bounds(ratio.Whole), .. ratio.Scale is 1 or 100
            ? Array.Empty<int>() : [ratio.Scale]],
        LongerThan longer => [longer.Days, .. Bounds(longer.Set), .. Bounds(longer.Set.Gap)],
        PresentLong some => [some.Days, .. Bounds(some.Set), .. Bounds(some.Set.Gap)],
        IEnumerable many => many.Cast<object>().SelectMany(Bounds),
        Measure or Who => part.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0 && p.Name
            is not "Sets").SelectMany(p => Bounds(p.GetValue(part))),
        _ => [],
    };

    [GeneratedRegex("de tre (store )?ydelsesgrupper")]
    private static partial Regex Named();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();

    [GeneratedRegex(
        @"\b1 (dage|timer|personer|måneder|ansatte|uger|virksomheder|samtaler|helårspersoner|fuldtidspersoner)\b"
    )]
    private static partial Regex Several();
}
