using Virker.Kernel;

namespace Virker.Web;

/// <summary>
/// How a table is asked for in the address: sorted by what, which way, filtered, which page. Keeps the address's other
/// parameters.
/// </summary>
public sealed record TableQuery(
    string? Sort,
    bool Descending,
    string? Filter,
    int Page,
    string Path,
    IReadOnlyDictionary<string, string> Others
)
{
    public const int PageSize = 25;

    /// <summary>The most rows that one file takes.</summary>
    public const int MostExported = 10_000;

    public bool IsExport { get; private init; }

    public static TableQuery Of(HttpRequest request)
    {
        var others = request
            .Query.Where(q =>
                q.Key
                    is not ("sorter" or "retning" or "filter" or "side" or TableExport.Parameter or TableExport.Format)
            )
            .ToDictionary(q => q.Key, q => q.Value.ToString());
        var filter = request.Query["filter"].ToString().Trim();
        return new(
            request.Query["sorter"].ToString() is { Length: > 0 } sort ? sort : null,
            request.Query["retning"] == "ned",
            filter.Length == 0 ? null : filter,
            WrittenNumber.Code(request.Query["side"].ToString()) is > 0 and < 100_000 and var page ? page : 1,
            request.Path,
            others
        )
        {
            IsExport = request.Query.ContainsKey(TableExport.Parameter),
        };
    }

    public string SortedBy(string column) =>
        Address(this with { Sort = column, Descending = Sort == column && !Descending, Page = 1 });

    /// <summary>Which way the table is sorted by the column, as the browser says it; null where it is not.</summary>
    public string? Direction(string column) =>
        Sort != column ? null
        : Descending ? "descending"
        : "ascending";

    /// <summary>
    /// A page may have several tables, and the page that is asked for may be of another: one that has not so many shows
    /// its last.
    /// </summary>
    public int PageOf(int pages) => Math.Min(Page, Math.Max(1, pages));

    public string OnPage(int page) => Address(this with { Page = page });

    public string AsFile(string table, string? format = null) =>
        Address(
            this with
            {
                Page = 1,
            },
            format is null
                ? [(TableExport.Parameter, table)]
                : [(TableExport.Parameter, table), (TableExport.Format, format)]
        );

    private static string Address(TableQuery query, params (string Key, string Value)[] more)
    {
        List<(string Key, string Value)> parts = [.. query.Others.Select(o => (o.Key, o.Value))];
        if (query.Sort is { } sort) parts.Add(("sorter", sort));
        if (query.Descending) parts.Add(("retning", "ned"));
        if (query.Filter is { } filter) parts.Add(("filter", filter));
        if (query.Page > 1) parts.Add(("side", query.Page.ToString()));
        parts.AddRange(more);
        return parts.Count == 0
            ? query.Path
            : $"{query.Path}?{string.Join('&', parts.Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value)}"))}";
    }
}
