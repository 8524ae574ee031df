using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// An outside party that Virker can ask over the network (forbindelse). Off until somebody in the municipality switches
/// it on.
/// </summary>
/// <param name="Id">Stable: the row in the database bears it.</param>
/// <param name="Name">In Danish.</param>
/// <param name="Sends">What leaves the house when it is on, in Danish.</param>
public sealed record Connector(string Id, string Name, string Sends)
{
    public static readonly Connector Jobindsats = new(
        "jobindsats",
        "Jobindsats",
        "Hver nat: kommunens nøgle, og hvilke tabeller og måneder der spørges om. Intet om borgere."
    );
    public static readonly Connector StatBank = new(
        "statistikbanken",
        "Statistikbanken",
        "Hver nat: kommunens kode, og hvilken tabel der spørges om. Intet om borgere."
    );

    public static readonly IReadOnlyList<Connector> All = [Jobindsats, StatBank];
}

/// <summary>
/// Shown to whoever sends a request: the connector was on when it was asked for. Nobody but the switches makes one.
/// </summary>
public sealed class OutboundPermit
{
    internal OutboundPermit(Connector connector) => Connector = connector;

    public Connector Connector { get; }
}

/// <summary>Which connectors the municipality has switched on.</summary>
public interface IConnectors
{
    /// <summary>Refused (<see cref="Off"/>) where the connector is off.</summary>
    Task<Outcome<OutboundPermit>> PermitAsync(Connector connector, CancellationToken ct = default);

    const string Off = "connector.off";
}

internal sealed class Connectors(VirkerContext db) : IConnectors
{
    public async Task<Outcome<OutboundPermit>> PermitAsync(Connector connector, CancellationToken ct = default) =>
        await db.Set<ConnectorRow>().AnyAsync(c => c.Id == connector.Id && c.IsOn, ct)
            ? new OutboundPermit(connector)
            : new Refusal(
                IConnectors.Off,
                $"Forbindelsen til {connector.Name} er slukket. En administrator kan tænde den på siden »Drift«."
            );
}

[Table("connectors")]
internal sealed class ConnectorRow : IVersioned
{
    public string Id { get; init; } = "";

    public bool IsOn { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    public string ChangedBy { get; set; } = "";

    public int Version { get; private set; }
}
