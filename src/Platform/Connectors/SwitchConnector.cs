using Microsoft.EntityFrameworkCore;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>The connectors, and whether each is on.</summary>
public sealed record SeeConnectors : IQuery<ConnectorsShown>;

public sealed record ConnectorsShown(IReadOnlyList<ConnectorState> All);

/// <summary><paramref name="ChangedBy"/> and when: null where nobody ever switched it.</summary>
public sealed record ConnectorState(Connector Connector, bool IsOn, DateTimeOffset? ChangedAt, string? ChangedBy);

[Requires("platform.connector.see")]
internal sealed class SeeConnectorsHandler(VirkerContext db) : IUseCase<SeeConnectors, ConnectorsShown>
{
    public async Task<Outcome<ConnectorsShown>> RunAsync(SeeConnectors query, CancellationToken ct = default)
    {
        var rows = await db.Set<ConnectorRow>().ToDictionaryAsync(c => c.Id, ct);
        return new ConnectorsShown([
            .. Connector.All.Select(c =>
                rows.GetValueOrDefault(c.Id) is { } row
                    ? new ConnectorState(c, row.IsOn, row.ChangedAt, row.ChangedBy)
                    : new(c, false, null, null)
            ),
        ]);
    }
}

/// <summary>Let Virker ask an outside party from now on, or no more. The journal tells who decided it.</summary>
public sealed record SwitchConnector(string Connector, bool On) : ICommand<Done>;

[Requires("platform.connector.switch")]
internal sealed class SwitchConnectorHandler(VirkerContext db, CurrentActor actor, TimeProvider clock)
    : IUseCase<SwitchConnector, Done>
{
    public async Task<Outcome<Done>> RunAsync(SwitchConnector command, CancellationToken ct = default)
    {
        if (Connector.All.FirstOrDefault(c => c.Id == command.Connector) is not { } connector)
            return new Refusal("connector.unknown", "Den forbindelse findes ikke.", Field: nameof(command.Connector));
        var row = await db.Set<ConnectorRow>().FirstOrDefaultAsync(c => c.Id == connector.Id, ct);
        if ((row?.IsOn ?? false) == command.On)
            return Done.It;
        if (row is null)
            db.Add(row = new ConnectorRow { Id = connector.Id });
        (row.IsOn, row.ChangedAt, row.ChangedBy) = (command.On, clock.GetUtcNow(), actor.Value.Name);
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
