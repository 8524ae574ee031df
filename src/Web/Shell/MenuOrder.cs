using Virker.Platform;

namespace Virker.Web;

/// <summary>
/// What each role has in front of it in the menu, in this order; the rest is under "Mere". The one place where it is
/// decided: by the words of the menu.
/// </summary>
internal static class MenuOrder
{
    /// <summary>So many fit on one line at 1024 px, with "Mere" after them.</summary>
    public const int Most = 6;

    public static readonly IReadOnlyDictionary<Role, string[]> First = new Dictionary<Role, string[]>
    {
        [Role.CaseWorker] = ["Forside", "I dag", "Borgere", "Mine tider", "Beskeder", "Henvendelser"],
        [Role.YouthCounsellor] = ["Forside", "I dag", "Borgere", "Mine tider", "Beskeder", "Henvendelser"],
        [Role.CompanyConsultant] = ["Forside", "Virksomheder"],
        [Role.PlanPartner] = ["Forside", "Planer"],
        [Role.TeamLeader] = ["Forside", "I dag", "Borgere", "Nøgletal", "Beskæftigelsesplan", "Henvendelser"],
        [Role.Controller] = ["Forside", "Nøgletal", "Beskæftigelsesplan", "Refusion", "Regler"],
        [Role.Clerk] = ["Forside", "Udvalg", "Møder", "Beskæftigelsesplan", "Nøgletal"],
        [Role.Politician] = ["Forside", "Udvalg", "Beskæftigelsesplan", "Nøgletal", "Møder"],
        [Role.DataProtectionOfficer] = ["Forside", "Gennemgang", "Opslag", "Ændringer"],
        [Role.Administrator] = ["Forside", "Brugere", "Drift"],
        [Role.Citizen] = ["Forside", "Min sag"],
        [Role.Company] = ["Forside", "Min virksomhed", "Sygemeldte medarbejdere"],
    };

    /// <summary>A "Mere" with a single page in it would be a detour: then all stand in front.</summary>
    public static MenuView Arrange(IReadOnlyList<MenuEntry> all, IEnumerable<Role> roles)
    {
        if (all.Count <= Most + 1) return new(all, []);
        var wanted = roles.Select(r => First.GetValueOrDefault(r, [])).ToList();
        var named =
            from place in Enumerable.Range(0, Most)
            from list in wanted
            where place < list.Length
            select list[place];
        var first = named
            .Select(text => all.FirstOrDefault(e => e.Text == text))
            .OfType<MenuEntry>()
            .Concat(all)
            .Distinct()
            .Take(Most)
            .ToList();
        return new(first, [.. all.Except(first)]);
    }
}

/// <summary>A page in the menu, and where it is.</summary>
public sealed record MenuEntry(string Text, string Url)
{
    /// <summary>
    /// "page" on the page itself, "true" in the part of the house that it leads to, else nothing: the value of
    /// aria-current.
    /// </summary>
    public string? At(string path) =>
        path == Url ? "page"
        : Url != "/" && path.StartsWith($"{Url}/", StringComparison.Ordinal) ? "true"
        : null;
}

/// <summary>What stands in front, and what stands under "Mere".</summary>
public sealed record MenuView(IReadOnlyList<MenuEntry> First, IReadOnlyList<MenuEntry> More)
{
    public static readonly MenuView Empty = new([], []);
}
