namespace Virker.Web.Pages.Search;

internal sealed class SearchAddress : ISearchAddress
{
    public string Url => SearchPage.Url();

    public string Form => SearchPage.Form;
}
