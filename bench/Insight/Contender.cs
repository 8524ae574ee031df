using System.Diagnostics;
using Virker.Insight;

namespace Virker.Bench;

/// <summary>
/// Someone who is asked the register's questions: how it is asked one, and what it answers (null: it gives only the
/// sum).
/// </summary>
internal abstract class Contender(string name) : IDisposable
{
    public string Name => name;

    /// <summary>What it is called in a result where there are several ways of asking: the fastest counts.</summary>
    public virtual IReadOnlyList<string> Ways(string question) => [""];

    public abstract Asked Ask(string question, string way);

    public virtual void Dispose()
    {
    }

    protected static Asked Timed(Func<RegisterAnswer> ask)
    {
        var (used, started) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        var answer = ask();
        return new(
            Stopwatch.GetElapsedTime(started).TotalMilliseconds,
            (Environment.CpuUsage.TotalTime - used).TotalMilliseconds,
            answer
        );
    }
}

/// <summary>Milliseconds by the clock and of the processor (null for another process), and the answer.</summary>
internal sealed record Asked(double Wall, double? Processor, RegisterAnswer Answer);

internal sealed class Engine(FactStore store, int threads) : Contender("Virker")
{
    public override Asked Ask(string question, string way) =>
        Timed(() => RegisterQuestions.Find(question)!.Ask(store, threads));
}

/// <summary>Gives no cells and no check sum, and so saves the time that they take.</summary>
internal sealed class ByHand(HandLoops loops, int threads) : Contender("løkke i hånden")
{
    public override Asked Ask(string question, string way) => Timed(() => new(-1, loops.Ask(question, threads), -1));
}
