using System.CommandLine;
using Virker.Targets;

namespace Virker.Cli;

/// <summary>"plan read FILE": an employment plan as JSON.</summary>
internal sealed class PlanNoun : INoun
{
    public Command Build()
    {
        var file = new Argument<string>("FILE") { Description = "Beskæftigelsesplan: tekst, HTML eller PDF." };
        var read = new Command("read", "Læs en beskæftigelsesplan, og skriv dens temaer og mål som JSON.") { file };
        read.SetAction(parsed => JsonAnswer.Write(parsed.GetValue(file)!, PlanReader.ReadFile));
        return new Command("plan", "Beskæftigelsesplanen.") { read };
    }
}
