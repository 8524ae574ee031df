using Virker.Kernel;
using Virker.Platform;

namespace Virker.Office;

/// <summary>
/// A personal link, sealed in the row until it is sent, as the whole address that stands in the message.
/// </summary>
[Part]
internal sealed class LinkAddresses(KeyRing keys, CurrentMunicipality municipality, SiteAddress site)
    : IPersonalLinks
{
    public string Seal(string path) => keys.Of(municipality.Value).SealText(path);

    public string Open(string link) => site.Of(municipality.Value) + keys.Of(municipality.Value).OpenText(link);
}
