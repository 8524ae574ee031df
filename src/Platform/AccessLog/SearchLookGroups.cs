using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// Search the access log as a person reads it: what one request looked at is one line, however many questions its page
/// asked. <paramref name="For"/> narrows as in <see cref="SearchAccessLog"/>.
/// </summary>
public sealed record SearchLookGroups(SearchAccessLog For) : IQuery<LookGroupsPage>;

/// <param name="Groups">Newest first.</param>
/// <param name="Next">Where the next page begins.</param>
/// <param name="Own">How many of the asker's own looks are left out; counted up to a thousand.</param>
public sealed record LookGroupsPage(IReadOnlyList<LookGroup> Groups, long? Next, int Own) : IRevealsCitizens
{
    public IEnumerable<CitizenId> Revealed => Groups.SelectMany(g => g.Citizens.Select(c => c.Id));
}

/// <summary>Looks that one request made.</summary>
/// <param name="Look">One of them: the one that was made for a stated reason where one was, else the newest.</param>
/// <param name="Citizens">The first of those whom they were at; <paramref name="CitizenCount"/> counts all.</param>
/// <param name="CitizenCount">How many citizens.</param>
/// <param name="Purposes">Each once.</param>
/// <param name="Looks">How many rows of the log.</param>
public sealed record LookGroup(
    LookLine Look,
    IReadOnlyList<LookedAt> Citizens,
    int CitizenCount,
    IReadOnlyList<string> Purposes,
    int Looks
);

/// <summary>A citizen in the log; <paramref name="Name"/> is null where it is not to be read.</summary>
public sealed record LookedAt(CitizenId Id, string? Name);

/// <summary>
/// Find the looks at the citizen who has the number. The search is itself a look at them, on the reason that is stated.
/// </summary>
public sealed record FindLooks(string CprNumber, string Reason) : IQuery<LooksFound>, IStatesReason;

public sealed record LooksFound(CitizenId Citizen, LookGroupsPage Page) : IRevealsCitizens
{
    public IEnumerable<CitizenId> Revealed => [Citizen];
}

[Requires("platform.access.search", Purpose = "Kontrol af, hvem der har slået op")]
internal sealed class SearchLookGroupsHandler(LookGrouping grouping) : IUseCase<SearchLookGroups, LookGroupsPage>
{
    public async Task<Outcome<LookGroupsPage>> RunAsync(SearchLookGroups query, CancellationToken ct = default) =>
        await grouping.ReadAsync(query.For, ct);
}

[Requires("platform.access.search", Purpose = "Kontrol af, hvem der har slået op")]
internal sealed class FindLooksHandler(LookGrouping grouping, ICitizenNames names) : IUseCase<FindLooks, LooksFound>
{
    public async Task<Outcome<LooksFound>> RunAsync(FindLooks query, CancellationToken ct = default)
    {
        if (Decide(query) is { } refusal) return refusal;
        Cpr.TryParse(query.CprNumber, out var cpr);
        return await names.WithCprAsync(cpr!.Value, ct) is { } citizen
            ? new LooksFound(citizen, await grouping.ReadAsync(new(Citizen: citizen) { WithoutOwn = true }, ct))
            : Refusal.NotFound(
                "citizen.not-found",
                "Ingen i registeret har det CPR-nummer.",
                field: nameof(FindLooks.CprNumber)
            );
    }

    internal static Refusal? Decide(FindLooks query) =>
        Refusal.All(
            Cpr.TryParse(query.CprNumber, out _)
                ? null
                : new("cpr.unreadable", "Skriv hele CPR-nummeret, ti cifre.", Field: nameof(FindLooks.CprNumber)),
            StateReasonHandler.IsReason(query.Reason)
                ? null
                : new(
                    "access.reason-too-short",
                    "Skriv med mindst ti tegn, hvorfor du søger på borgeren.",
                    Field: nameof(FindLooks.Reason)
                )
        );
}
