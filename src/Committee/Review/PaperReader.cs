using Virker.Kernel;
using Virker.Platform;
using Virker.Targets;

namespace Virker.Committee;

/// <summary>A paper that was read, whatever it is: exactly one of minutes and plan, with the lines that it was read
/// from.</summary>
internal sealed record ReadPaper(SourceText Source, PrintedMinutes? Minutes, PrintedPlan? Plan);

/// <summary>Reads a paper without being told what it is: an employment plan where measures are found, else minutes, an
/// agenda or a single case.</summary>
internal static class PaperReader
{
    public static Outcome<ReadPaper> Read(byte[] content)
    {
        var source = SourceReader.Read(content);
        if (source.IsRefused) return source.Refusal;
        var plan = PlanReader.Read(source.Value);
        if (!plan.IsRefused && plan.Value.Themes.Any(t => t.Measures.Count > 0)) return new ReadPaper(source.Value,
            null, plan.Value);
        var minutes = MinutesReader.Read(source.Value);
        if (!minutes.IsRefused) return new ReadPaper(source.Value, minutes.Value, null);
        return plan is { IsRefused: false, Value.Document.Title: { } title }
            ? new Refusal("plan.no-measures", $"filen ligner en plan (»{title}«), men der er ikke fundet et mål i den.")
                : minutes.Refusal;
    }
}
