using Microsoft.AspNetCore.Http.Metadata;

namespace Virker.Web;

/// <summary>What a page or endpoint shows of citizens, and so what the access log must hold after it.</summary>
public enum Look
{
    /// <summary>Signed in, and nothing about any citizen.</summary>
    None,

    /// <summary>A list: one row in the access log for each citizen in it.</summary>
    EachCitizen,

    /// <summary>About the one citizen in the address: one row.</summary>
    AboutCitizen,

    /// <summary>Open to everybody, and nothing about any citizen.</summary>
    Public,
}

/// <summary>How often one person may call: each class has its own budget a minute (<see cref="Budgets"/>).</summary>
public enum Budget
{
    Page,
    Search,
    SignIn,
    Asset,
}

/// <summary>
/// The rules that every page and endpoint states beside its policy: what of citizens it shows, its budget, and the
/// largest body it takes. In a folder's <c>_Imports.razor</c> for all its pages; a page that differs states its own,
/// and the last one counts.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class EndpointRuleAttribute(Look look) : Attribute, IRequestSizeLimitMetadata
{
    /// <summary>
    /// More than the largest form's fields can hold: an agenda item has seven texts of 20,000 letters, and a letter
    /// takes up to nine bytes.
    /// </summary>
    public const long FormBody = 1536 * 1024;

    internal static readonly EndpointRuleAttribute Asset = new(Look.Public) { Budget = Budget.Asset, MaxBody = 0 };

    public Look Look { get; } = look;

    public Budget Budget { get; init; } = Budget.Page;

    public long MaxBody { get; init; } = FormBody;

    /// <summary>Answers without a municipality: assets and health.</summary>
    public bool AnyHost => Budget == Budget.Asset;

    long? IRequestSizeLimitMetadata.MaxRequestBodySize => MaxBody;
}
