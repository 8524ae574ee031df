using Virker.Kernel;

namespace Virker.Web.Pages.Casework.Reason;

internal sealed class ReasonAddress : IReasonAddress
{
    public string Of(CitizenId citizen, string? returnTo) => ReasonPage.Url(citizen, returnTo);
}
