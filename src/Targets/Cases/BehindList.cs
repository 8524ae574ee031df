using System.Globalization;
using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>A page of the citizens behind a number, by name, without those whose address is protected.</summary>
internal sealed record BehindList(int Showable, IReadOnlyList<CaseBehind> Cases)
{
    public const int PageSize = 25;

    /// <summary>A list of more is a list of the municipality and not of the cases behind a number.</summary>
    public const int MostListed = 5_000;

    /// <summary>Refused where there are too many behind it: the reader is to choose a group.</summary>
    public static Refusal? TooMany(int counted) =>
        counted <= MostListed
            ? null
            : new(
                "cases.too-many",
                $"Der er {Danish.Number((decimal)counted)} borgere bag tallet. Listen vises for højst {Danish.Number((decimal)MostListed)}: vælg en gruppe på nøgletallets side først."
            );

    public static async Task<BehindList> ReadAsync(
        IPersonRegister register,
        IReadOnlyCollection<CitizenId> citizens,
        int page,
        CancellationToken ct
    )
    {
        var showable =
            citizens.Count == 0 ? [] : InOrder((await register.NamesAsync(citizens, ct)).Where(p => !p.IsProtected));
        var shown = showable.Skip((Math.Clamp(page, 1, 100_000) - 1) * PageSize).Take(PageSize).ToList();
        var described = (await register.DescribeAsync(shown, ct)).ToDictionary(p => p.Citizen);
        return new(
            showable.Count,
            [.. shown.Select(c => described[c]).Select(p => new CaseBehind(p.Citizen, p.Name, p.Team, p.CaseWorker))]
        );
    }

    /// <summary>
    /// By name in the Danish alphabet. Each name is made into a key once, for two names are compared many times over.
    /// </summary>
    private static List<CitizenId> InOrder(IEnumerable<PersonNamed> persons)
    {
        List<(byte[] Key, CitizenId Citizen)> keyed =
        [
            .. persons.Select(p => (Danish.Culture.CompareInfo.GetSortKey(p.Name, CompareOptions.IgnoreCase).KeyData, p.Citizen)),
        ];
        keyed.Sort(
            (a, b) =>
                a.Key.AsSpan().SequenceCompareTo(b.Key) is not 0 and var order
                    ? order
                    : a.Citizen.Value.CompareTo(b.Citizen.Value)
        );
        return keyed.ConvertAll(k => k.Citizen);
    }
}
