using Virker.Kernel;

namespace Virker.Web;

/// <summary>Where a reader states why they look at a citizen who is not theirs.</summary>
[Part(IsShared = true)]
public interface IReasonAddress
{
    /// <summary>The address; when the reason is stated, the reader is led on to <paramref name="returnTo"/>.</summary>
    string Of(CitizenId citizen, string? returnTo);
}
