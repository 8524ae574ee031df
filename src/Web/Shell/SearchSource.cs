using Virker.Kernel;

namespace Virker.Web;

/// <summary>
/// One group in the search's answer. A class of it anywhere among the pages is found by itself; it asks the module's
/// own query, which does the permission, the relation and the access log.
/// </summary>
[Part]
public interface ISearchSource
{
    string Heading { get; }

    /// <summary>The permission of the query that it asks.</summary>
    string Permission { get; }

    int Order { get; }

    /// <summary>
    /// What is not found by words alone; said under the hits, and where there are none. Null where all is.
    /// </summary>
    string? Limits => null;

    /// <summary>The page's hits (page 1 first); a page beyond the last is the last.</summary>
    Task<SearchFound> FindAsync(string text, int page, CancellationToken ct = default);
}

/// <summary>The hits that are shown, and how many there are in all.</summary>
public sealed record SearchFound(IReadOnlyList<SearchHit> Hits, int Total)
{
    public static readonly SearchFound Nothing = new([], 0);

    public int Page { get; init; } = 1;

    public int PageSize { get; init; } = 30;

    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    /// <summary>Which of them are shown: "Viser 1–30 af 214".</summary>
    public string Shown =>
        Hits.Count == Total
            ? $"Viser {(Total == 1 ? "den ene" : $"alle {Danish.Number(Total)}")}"
            : $"Viser {Danish.Number((Page - 1) * PageSize + 1)}–{Danish.Number((Page - 1) * PageSize + Hits.Count)} af {Danish.Number(Total)}";
}

/// <summary>
/// A hit: what it is called, where it is, and a few words to tell it from the others. <paramref name="Of"/> as in the
/// Data component.
/// </summary>
public sealed record SearchHit(string Title, string Url, string? Details = null, string? Of = null);
