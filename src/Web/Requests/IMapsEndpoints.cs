using Virker.Kernel;

namespace Virker.Web;

/// <summary>
/// Answers that are no pages (files, feeds, what a script asks for). A class of it is found by itself, as a page is.
/// </summary>
[Part(IsShared = true)]
internal interface IMapsEndpoints
{
    /// <summary>Maps the addresses, each with who may ask and its <see cref="EndpointRuleAttribute"/>.</summary>
    void Map(IEndpointRouteBuilder app);
}
