using Virker.Insight;

namespace Virker.Tests.Insight;

/// <summary>Each question to a whole register against a day-by-day answer, on a small random register.</summary>
public sealed class RegisterQuestionTests
{
    private static readonly DateOnly First = new(2015, 1, 1);
    private static readonly FactTable Table = RandomSpells(3);
    private static readonly FactStore Store = new(RegisterQuestions.DataDate, "1", [Table]);

    private sealed record Spell(int Person, int From, int To, int Benefit, int Municipality);

    private static List<Spell> Spells =>
        [
            .. Enumerable
                .Range(0, Table.Count)
                .Select(i => new Spell(
                    Table.Subject[i],
                    Table.From[i],
                    Table.To[i],
                    Table["benefit"][i],
                    int.Parse(
                        Places.Municipality.KeyOf(Table["municipality"][i]),
                        System.Globalization.CultureInfo.InvariantCulture
                    )
                )),
        ];

    [Fact]
    public void Days_on_benefit()
    {
        var cells = Spells
            .SelectMany(s => Days(s.From, s.To).Select(d => (s.Benefit, s.Municipality, Month: MonthOf(d))))
            .GroupBy(c => c)
            .ToList();
        Check(
            "q1",
            new(
                cells.Count,
                cells.Sum(c => (long)c.Count()),
                cells.Sum(c => (long)c.Count() * ((c.Key.Benefit * 10007) + (c.Key.Municipality * 101) + c.Key.Month))
            )
        );
    }

    [Fact]
    public void Days_on_the_refund_ladder_and_seniority()
    {
        var cells = new Dictionary<(int Municipality, int Month), long[]>();
        foreach (var person in Spells.Where(s => s.Benefit <= 12).GroupBy(s => s.Person))
        {
            var (seniority, last) = (0, int.MinValue / 2);
            foreach (var spell in person)
            {
                if (spell.From - last > 364)
                    seniority = 0;
                for (
                    var day = spell.From;
                    day <= Math.Min(spell.To, RegisterQuestions.DataDate.DayNumber);
                    day++, seniority++
                )
                {
                    if (day < First.DayNumber)
                        continue;
                    if (!cells.TryGetValue((spell.Municipality, MonthOf(day)), out var cell))
                        cells[(spell.Municipality, MonthOf(day))] = cell = new long[6];
                    cell[
                        seniority < 28 ? 0
                        : seniority < 182 ? 1
                        : seniority < 364 ? 2
                        : 3
                    ]++;
                    if (DateOnly.FromDayNumber(day + 1).Day == 1)
                        (cell[4], cell[5]) = (cell[4] + seniority, cell[5] + 1);
                }

                last = spell.To;
            }
        }

        long[] weights = [1, 3, 7, 11, 13, 17];
        Check(
            "q2",
            new(
                cells.Count,
                cells.Values.Sum(c => c[..4].Sum()),
                cells.Sum(c => c.Value.Zip(weights, (n, w) => n * w).Sum() * ((c.Key.Municipality * 101) + c.Key.Month))
            )
        );
    }

    [Fact]
    public void Without_benefit_three_months_after_a_spell()
    {
        var cells = Spells
            .Where(s => s.To <= RegisterQuestions.DataDate.DayNumber - 91)
            .Select(s =>
                (
                    Key: (s.Benefit, s.Municipality, Quarter: MonthOf(s.To) / 3),
                    Self: Spells.Any(o => o.Person == s.Person && o.From <= s.To + 91 && o.To >= s.To + 91) ? 0 : 1
                )
            )
            .GroupBy(s => s.Key)
            .ToList();
        Check(
            "q3",
            new(
                cells.Count,
                cells.Sum(c => c.Sum(s => s.Self)),
                cells.Sum(c =>
                    (long)((3 * c.Count()) + (7 * c.Sum(s => s.Self)))
                    * ((c.Key.Benefit * 10007) + (c.Key.Municipality * 101) + c.Key.Quarter)
                )
            )
        );
    }

    [Fact]
    public void Longer_than_two_years()
    {
        var cells = Enumerable
            .Range(0, 120)
            .SelectMany(m =>
                Spells
                    .Where(s =>
                        First.AddMonths(m + 1).DayNumber - 1 is var end
                        && s.From <= end
                        && s.To >= end
                        && end - s.From > 730
                    )
                    .Select(s => (s.Benefit, s.Municipality, Month: m))
            )
            .GroupBy(c => c)
            .ToList();
        Check(
            "q4",
            new(
                cells.Count,
                cells.Sum(c => c.Count()),
                cells.Sum(c => (long)c.Count() * ((c.Key.Benefit * 10007) + (c.Key.Municipality * 101) + c.Key.Month))
            )
        );
    }

    private static void Check(string question, RegisterAnswer slow)
    {
        slow.Rows.ShouldBeGreaterThan(50);
        RegisterQuestions.Find(question)!.Ask(Store, threads: 1).ShouldBe(slow);
        RegisterQuestions.Find(question)!.Ask(Store, threads: 2).ShouldBe(slow);
    }

    private static IEnumerable<int> Days(int from, int to) =>
        Enumerable.Range(
            Math.Max(from, First.DayNumber),
            Math.Max(0, Math.Min(to, RegisterQuestions.DataDate.DayNumber) - Math.Max(from, First.DayNumber) + 1)
        );

    private static int MonthOf(int day) =>
        DateOnly.FromDayNumber(day) is var date ? ((date.Year - 2015) * 12) + date.Month - 1 : 0;

    private static FactTable RandomSpells(int seed)
    {
        var random = new Random(seed);
        var table = new FactTableBuilder(SpellRegister.Table);
        for (var person = 0; person < 60; person++)
        {
            for (
                var day = new DateOnly(2012, 1, 1).DayNumber + random.Next(1500);
                day < RegisterQuestions.DataDate.DayNumber;

            )
            {
                var to = day + random.Next(random.Next(5) == 0 ? 1500 : 250);
                if (to >= First.DayNumber)
                {
                    table
                        .Spell(person, day, to > RegisterQuestions.DataDate.DayNumber ? FactTable.Open : to)
                        .Set(SpellRegister.Benefit, random.Next(1, 16))
                        .Set(SpellRegister.Municipality, random.Next(1, 4))
                        .Set(SpellRegister.TargetGroup, 1)
                        .Set(SpellRegister.Sex, 1)
                        .Set(SpellRegister.Age, 40);
                }

                day = to + 1 + (random.Next(3) == 0 ? 0 : random.Next(450));
            }
        }

        return table.Build();
    }
}
