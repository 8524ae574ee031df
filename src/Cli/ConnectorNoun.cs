using System.CommandLine;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Cli;

/// <summary>"connector list|on|off": which outside parties a municipality lets Virker ask.</summary>
internal sealed class ConnectorNoun : INoun
{
    private static readonly Option<string?> Municipality = new("--municipality")
    {
        Description = "Kommunens kortnavn, når der er flere",
    };
    private static readonly Argument<string> Which = new("FORBINDELSE")
    {
        Description = string.Join(" eller ", Connector.All.Select(c => c.Id)),
    };

    public Command Build() =>
        new("connector", "Hvem uden for kommunen Virker må spørge; alle er slukket, til en tændes")
        {
            List(),
            Switch("on", "Tænd en forbindelse", true),
            Switch("off", "Sluk en forbindelse", false),
        };

    private static Command List()
    {
        var list = new Command("list", "Vis forbindelserne") { Municipality };
        list.SetAction(
            (parsed, ct) =>
                Installation.InAsync(
                    parsed.GetValue(Municipality),
                    async (installation, municipality) =>
                    {
                        await using var scope = await installation.ScopeAsync(municipality, ct);
                        var shown = await scope.ServiceProvider.RunAsync(new SeeConnectors(), ct);
                        if (shown.IsRefused)
                            return Installation.Refuse(shown.Refusal);
                        foreach (var state in shown.Value.All)
                            Console.Out.WriteLine(
                                $"{state.Connector.Id}\t{(state.IsOn ? "tændt" : "slukket")}\t{state.Connector.Sends}"
                            );
                        return 0;
                    }
                )
        );
        return list;
    }

    private static Command Switch(string verb, string what, bool on)
    {
        var command = new Command(verb, what) { Which, Municipality };
        command.SetAction(
            (parsed, ct) =>
                Installation.InAsync(
                    parsed.GetValue(Municipality),
                    async (installation, municipality) =>
                    {
                        await using var scope = await installation.ScopeAsync(municipality, ct);
                        var switched = await scope.ServiceProvider.RunAsync(
                            new SwitchConnector(parsed.GetValue(Which)!, on),
                            ct
                        );
                        if (switched.IsRefused)
                            return Installation.Refuse(switched.Refusal);
                        Console.Error.WriteLine(
                            $"Forbindelsen {parsed.GetValue(Which)} er {(on ? "tændt" : "slukket")} i {municipality.Name}."
                        );
                        return 0;
                    }
                )
        );
        return command;
    }
}
