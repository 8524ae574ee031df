using Virker.Platform;

namespace Virker.Tests.Support;

/// <summary>The small town and its neighbour, and what a test calls the things in them.</summary>
internal sealed class Towns
{
    /// <summary>Stands in every word of the neighbouring municipality.</summary>
    public const string Canary = "Kanariegul";

    private Towns(SmallTown home, SmallTown neighbour) => (Home, Neighbour) = (home, neighbour);

    /// <summary>What the home has beside the least.</summary>
    public FullTown More { get; private init; } = null!;

    public SmallCouncil HomeCouncil { get; private init; } = null!;

    public SmallCouncil NeighbourCouncil { get; private init; } = null!;

    public SmallTown Home { get; }

    public SmallTown Neighbour { get; }

    /// <summary>
    /// Ids by what they are to the town's case worker; the neighbour's are all the same to anybody here.
    /// </summary>
    public IReadOnlyDictionary<Guid, string> Names => new Dictionary<Guid, string>(More.Names)
    {
        [Home.Own.Value] = "egen borger",
        [Home.Other.Value] = "anden borger",
        [Home.Hidden.Value] = "beskyttet borger",
        [Home.Bakery.Value] = "virksomhed",
        [Home.Note.Value] = "notat",
        [Home.Meeting.Value] = "samtale",
        [Home.Job.Value] = "eget team",
        [Home.Step.Value] = "trin",
        [HomeCouncil.Published.Value] = "møde, dagsorden ude",
        [HomeCouncil.Draft.Value] = "møde, kladde",
        [HomeCouncil.Open.Value] = "åbent punkt",
        [HomeCouncil.Closed.Value] = "lukket punkt",
        [NeighbourCouncil.Published.Value] = "fremmed",
        [NeighbourCouncil.Closed.Value] = "fremmed",
        [Neighbour.Own.Value] = "fremmed",
        [Neighbour.Bakery.Value] = "fremmed",
        [Neighbour.Note.Value] = "fremmed",
        [Neighbour.Meeting.Value] = "fremmed",
    };

    /// <summary>
    /// Whose things stand under them in addresses: every citizen, two of the neighbour's, and one thing that is no
    /// citizen.
    /// </summary>
    public IReadOnlySet<Guid> Owners =>
        new HashSet<Guid>
        {
            Home.Own.Value,
            Home.Other.Value,
            Home.Hidden.Value,
            More.Moved.Value,
            More.Stated.Value,
            Neighbour.Own.Value,
            NeighbourCouncil.Published.Value,
            Home.Note.Value,
        };

    /// <summary>Whether an id from <see cref="Names"/> is the neighbour's.</summary>
    public bool IsForeign(string id) => Names[Guid.Parse(id)] == "fremmed";

    /// <summary>Words that are about one person.</summary>
    public IReadOnlyList<string> Personal =>
        [
            "Alma Prøvesen",
            "Bertil Fremmed",
            "Cecilie Beskyttet",
            "Prøvevej 14",
            "Prøvevej 23",
            "00 00 00 00",
            "Dorthe Fraflyttet",
            "Erik Andetsted",
            "dorthe@eksempel.test",
            "Kaj Kontaktsen",
        ];

    public static async Task<Towns> OpenAsync(WebHouse web)
    {
        var neighbour = await web.OpenNeighbourAsync(Canary);
        await using var home = web.Scope(Actor.System);
        await using var away = web.Scope(Actor.System, WebHouse.NeighbourHost);
        var council = await SmallCouncil.BuildAsync(home.ServiceProvider, web.Town.Politician, "");
        return new(web.Town, neighbour)
        {
            HomeCouncil = council,
            More = await FullTown.BuildAsync(web, council),
            NeighbourCouncil = await SmallCouncil.BuildAsync(away.ServiceProvider, neighbour.Politician, Canary),
        };
    }
}
