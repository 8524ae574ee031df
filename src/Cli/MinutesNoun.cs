using System.CommandLine;
using Virker.Committee;

namespace Virker.Cli;

/// <summary>"minutes read FILE": published minutes, an agenda or a single case as JSON.</summary>
internal sealed class MinutesNoun : INoun
{
    public Command Build()
    {
        var file = new Argument<string>("FILE") { Description = "Referat, dagsorden eller sag: tekst, HTML, PDF eller ESDH-eksport." };
        var read = new Command("read", "Læs et offentliggjort referat, en dagsorden eller en enkelt sag, og skriv den som JSON.") { file };
        read.SetAction(parsed => JsonAnswer.Write(parsed.GetValue(file)!, MinutesReader.ReadFile));
        return new Command("minutes", "Udvalgets referater og dagsordener.") { read };
    }
}
