namespace Virker.Web;

/// <summary>
/// What the page that is being drawn is called, so that a refused form on it can say so first of all.
/// </summary>
public sealed class PageName
{
    public string? Title { get; set; }
}
