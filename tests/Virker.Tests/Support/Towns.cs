namespace Virker.Tests.Support;

/// <summary>The small town and its neighbour, and what a test calls the things in them.</summary>
internal sealed class Towns
{
    /// <summary>Stands in every word of the neighbouring municipality.</summary>
    public const string Canary = "Kanariegul";

    private Towns(SmallTown home, SmallTown neighbour) => (Home, Neighbour) = (home, neighbour);

    public SmallTown Home { get; }

    public SmallTown Neighbour { get; }

    /// <summary>Ids by what they are to the town's case worker; the neighbour's are all the same to anybody here.</summary>
    public IReadOnlyDictionary<Guid, string> Names => new Dictionary<Guid, string>
    {
        [Home.Own.Value] = "egen borger",
        [Home.Other.Value] = "anden borger",
        [Home.Hidden.Value] = "beskyttet borger",
        [Home.Bakery.Value] = "virksomhed",
        [Home.Note.Value] = "notat",
        [Neighbour.Own.Value] = "fremmed",
        [Neighbour.Bakery.Value] = "fremmed",
        [Neighbour.Note.Value] = "fremmed",
    };

    /// <summary>Words that are about one person.</summary>
    public IReadOnlyList<string> Personal => ["Alma Prøvesen", "Bertil Fremmed", "Cecilie Beskyttet", "Prøvevej 14", "Prøvevej 23", "00 00 00 00"];

    public static async Task<Towns> OpenAsync(WebHouse web) => new(web.Town, await web.OpenNeighbourAsync(Canary));
}
