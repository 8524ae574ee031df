using Virker.Kernel;

namespace Virker.Web;

/// <summary>Where the search box sends what is typed: the page that searches says its address and its form.</summary>
[Part(IsShared = true)]
public interface ISearchAddress
{
    string Url { get; }

    string Form { get; }
}
