using Virker.Insight;

namespace Virker.Bench;

/// <summary>One question put to all, turn about: round after round, each in the same order.</summary>
internal sealed class Comparison
{
    private const double Slow = 2000;

    private readonly Dictionary<(string Name, string Way), List<Asked>> _asked = [];

    public Comparison(string question, IReadOnlyList<Contender> contenders, int runs, int slowRuns)
    {
        Question = question;
        var ways = (
            from contender in contenders
            from way in contender.Ways(question)
            select (Contender: contender, Way: way)
        ).ToList();
        foreach (var (contender, way) in ways)
            _asked[(contender.Name, way)] = [contender.Ask(question, way)];
        var expected = _asked.First().Value[0].Answer;
        IsAgreed = _asked.Values.All(a =>
            a[0].Answer.Sum == expected.Sum && (a[0].Answer.Rows < 0 || a[0].Answer == expected)
        );
        for (var run = 0; run < runs; run++)
        {
            foreach (var (contender, way) in ways)
            {
                var own = _asked[(contender.Name, way)];
                if (own[0].Wall < Slow || own.Count < slowRuns) own.Add(contender.Ask(question, way));
            }
        }
    }

    public string Question { get; }

    /// <summary>Whether all gave the same cells, sum and check sum.</summary>
    public bool IsAgreed { get; }

    /// <summary>The median of the fastest way, the first run left out where there are more; with the way.</summary>
    public (double Wall, double? Processor, string Way) Of(string name) =>
        _asked
            .Where(a => a.Key.Name == name)
            .Select(a =>
                (
                    Wall: Median(a.Value, t => t.Wall),
                    Processor: a.Value[0].Processor is null ? null : (double?)Median(a.Value, t => t.Processor!.Value),
                    a.Key.Way
                )
            )
            .MinBy(a => a.Wall);

    private static double Median(List<Asked> asked, Func<Asked, double> of) =>
        asked.Skip(asked.Count > 1 ? 1 : 0).Select(of).Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;
}

/// <summary>The comparison as a Markdown table, with what the issue's limits are about.</summary>
internal sealed class Report(int spells, int threads, int runs, double loaded, long memory)
{
    public void Write(IReadOnlyList<Contender> contenders, IReadOnlyList<Comparison> measured)
    {
        var others = contenders.Skip(1).Select(c => c.Name).ToList();
        Say(
            $"{spells} forløb, {threads} tråd(e), {runs} kørsler på skift; ms efter uret, (processor). Fra egne kolonner i hukommelsen på {loaded:0} ms; højeste hukommelse {memory} MB.\n"
        );
        Say($"| | Virker |{string.Concat(others.Select(o => $" {o} | gange Virker |"))}");
        Say($"|---|--:|{string.Concat(others.Select(_ => "--:|--:|"))}");
        foreach (var m in measured)
            Say(
                $"| {m.Question}{(m.IsAgreed ? "" : " FORSKELLIGE SVAR")} | {Text(m, "Virker")} |{string.Concat(others.Select(o => $" {Text(m, o)} | {m.Of(o).Wall / m.Of("Virker").Wall:0.00} |"))}"
            );
        Say(
            $"| alle | {measured.Sum(m => m.Of("Virker").Wall):0.0} |{string.Concat(others.Select(o => $" {measured.Sum(m => m.Of(o).Wall):0.0} | {Math.Exp(measured.Average(m => Math.Log(m.Of(o).Wall / m.Of("Virker").Wall))):0.00} (geom.) |"))}"
        );
        if (contenders.OfType<DuckDb>().FirstOrDefault() is { } duck)
            Say($"\nDuckDB {duck.Version}.");
    }

    private static string Text(Comparison m, string name) =>
        m.Of(name) is var of && of.Processor is { } processor
            ? $"{of.Wall:0.0} ({processor:0.0})"
            : $"{of.Wall:0.0} {of.Way}";

    private static void Say(string line) => Console.WriteLine(line);
}
