using System.Diagnostics;
using System.Reflection;
using Virker.Casework;
using Virker.Insight;

namespace Virker.Bench;

/// <summary>
/// The catalogue's figures of a municipality: worked out anew, read as they stand, and kept up when one case changes;
/// and each split by each of its dimensions. The facts are drawn at random over ten years, every table as large as the
/// benefits of a real municipality, so that no indicator is cheap because its facts are few.
/// </summary>
internal static class StandingFiguresBench
{
    private const double RowsAPerson = 1.25;
    private const int Years = 10, Companies = 3000;

    private static readonly DateOnly DataDate = new(2024, 12, 31);

    public static int Run(int inhabitants)
    {
        var persons = inhabitants * 13 / 10;
        var store = new FactStore(DataDate, "1", Tables().Select((t, i) => Fill(t, persons, new(i))));
        var indicators = Known.Value.All;
        Console.WriteLine(
            $"{inhabitants} indbyggere, {persons} personer gennem ti år, {store.Tables.Sum(t => t.Count)} rækker i {store.Tables.Count()} tabeller, {indicators.Count} nøgletal\n\n| | ms |\n|---|--:|"
        );
        Newest(store);
        Print("alle nøgletal regnet forfra, nyeste periode", Median(5, () => Newest(new(DataDate, "2", store.Tables))));
        Print("alle nøgletal, som de står", Median(21, () => Newest(store)));
        Print("alle nøgletal, efter at én borgers ydelser er ændret", Median(5, () => Newest(Changed(store))));
        var splits = (
            from indicator in indicators
            from dimension in FigureDimension.Of(store, indicator)
            select (Indicator: indicator, Dimension: dimension)
        ).ToList();
        var times = splits
            .Select(s =>
                (
                    s.Indicator.Id,
                    Dimension: s.Dimension.Id,
                    Ms: Median(3, () => Split(new(DataDate, "2", store.Tables), s.Indicator, s.Dimension))
                )
            )
            .OrderBy(s => s.Ms)
            .ToList();
        Print($"ét nøgletal delt op, nyeste måned og året før, median af {times.Count}", times[times.Count / 2].Ms);
        Print($"det langsomste af dem ({times[^1].Id} efter {times[^1].Dimension})", times[^1].Ms);
        Print("så mange af dem tog over 100 ms", times.Count(t => t.Ms > 100));
        var known = indicators.Count(i => i.Evaluate(store, i.LatestPeriod(DataDate)).State == FigureState.Known);
        Console.WriteLine($"\n{known} af {indicators.Count} nøgletal har en værdi.");
        return 0;
    }

    private static void Newest(FactStore store)
    {
        foreach (var indicator in Known.Value.All) indicator.Evaluate(store, indicator.LatestPeriod(DataDate));
    }

    private static void Split(FactStore store, Indicator indicator, FigureDimension dimension)
    {
        var latest = indicator.LatestPeriod(DataDate);
        dimension.Evaluate(store, indicator, [indicator.PeriodsTo(latest, 13)[0], latest]);
    }

    private static FactStore Changed(FactStore store)
    {
        var benefits = store.Find(BenefitFacts.Table)!;
        var one = new FactTableBuilder(benefits.Declaration)
            .Spell(7, DataDate.AddMonths(-5), null)
            .Set(BenefitFacts.Benefit, 1)
            .Build();
        return store.With(DataDate, "2", [], [benefits.With([7], one)]);
    }

    /// <summary>Every figure of every module that lies beside this program.</summary>
    private static readonly Lazy<Catalogue> Known = new(() =>
        new(
            Directory
                .EnumerateFiles(AppContext.BaseDirectory, "Virker.*.dll")
                .Select(Path.GetFileNameWithoutExtension)
                .Order(StringComparer.Ordinal)
                .SelectMany(name => Assembly.Load(new AssemblyName(name!)).GetTypes())
                .Where(t => t.IsClass && typeof(IFigures).IsAssignableFrom(t))
                .Select(t => (IFigures)Activator.CreateInstance(t)!)
        )
    );

    private static IEnumerable<TableDeclaration> Tables() =>
        Known.Value.All.SelectMany(i => i.Measure.Sets).SelectMany(s => s.Needs).Append(PersonFacts.Table).Distinct();

    /// <summary>
    /// A dimension that comes with the rows has here the values that the catalogue asks for, and at least ten.
    /// </summary>
    private static Dimension AsAsked(FactColumn column)
    {
        var asked = Known
            .Value.All.SelectMany(i => i.Measure.Sets)
            .SelectMany(s => s.Conditions)
            .Where(c => c.Column == column)
            .SelectMany(c => c.Keys)
            .Distinct();
        return new(
            column.Id,
            column.Name,
            asked
                .Concat(Enumerable.Range(0, 10).Select(i => $"andet-{i}"))
                .Select((key, i) => new DimensionValue(i + 1, key, key))
        );
    }

    private static FactTable Fill(TableDeclaration declaration, int persons, Random random)
    {
        var rows = declaration.Shape == FactShape.Subjects ? persons : (int)(persons * RowsAPerson);
        var builder = new FactTableBuilder(declaration, rows);
        var dimensions = declaration.Columns.ToDictionary(
            c => c,
            c => c.Dimension is { Values.Count: 0 } ? AsAsked(c) : c.Dimension
        );
        foreach (var column in declaration.Columns.Where(c => c.Dimension is { Values.Count: 0 }))
            builder.Coded(column, dimensions[column]!);
        var first = DataDate.AddYears(-Years).DayNumber;
        for (var i = 0; i < rows; i++)
        {
            var (subject, from) = (
                declaration.Subject == FactSubject.Person ? (int)((long)i * persons / rows) : random.Next(Companies),
                first + random.Next(Years * 365)
            );
            if (declaration.Shape == FactShape.Subjects)
                builder.Subject(i);
            else if (declaration.Shape == FactShape.Events)
                builder.Event(subject, from);
            else
                builder.Spell(subject, from, random.Next(4) == 0 ? FactTable.Open : from + random.Next(700));
            foreach (var column in declaration.Columns)
                builder.Set(column, Value(column, dimensions[column], random));
        }

        return builder.Build();
    }

    private static int Value(FactColumn column, Dimension? values, Random random) =>
        values is { } dimension ? random.Next(1, dimension.Size)
        : column == PersonFacts.Born ? new DateOnly(1950, 1, 1).DayNumber + random.Next(70 * 365)
        : random.Next(40);

    private static double Median(int runs, Action work)
    {
        var times = new List<double>();
        for (var i = 0; i < runs; i++)
        {
            var started = Stopwatch.GetTimestamp();
            work();
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return times.Order().ElementAt(runs / 2);
    }

    private static void Print(string what, double milliseconds) =>
        Console.WriteLine($"| {what} | {milliseconds:0.00} |");
}
