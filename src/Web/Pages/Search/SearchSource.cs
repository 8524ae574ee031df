namespace Virker.Web;

/// <summary>
/// One group in the search's answer. A class of it anywhere among the pages is found by itself; it asks the module's own query, which
/// does the permission, the relation and the access log.
/// </summary>
public interface ISearchSource
{
    string Heading { get; }

    /// <summary>The permission of the query that it asks.</summary>
    string Permission { get; }

    int Order { get; }

    Task<SearchFound> FindAsync(string text, CancellationToken ct = default);
}

/// <summary>The hits that are shown, and how many there are in all.</summary>
public sealed record SearchFound(IReadOnlyList<SearchHit> Hits, int Total)
{
    public static readonly SearchFound Nothing = new([], 0);
}

/// <summary>A hit: what it is called, where it is, and a few words to tell it from the others. <paramref name="Of"/> as in the Data component.</summary>
public sealed record SearchHit(string Title, string Url, string? Details = null, string? Of = null);

internal static class SearchSources
{
    public static void AddSearchSources(this IServiceCollection services)
    {
        foreach (var type in typeof(SearchSources).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(ISearchSource))))
            services.AddScoped(typeof(ISearchSource), type);
    }
}
