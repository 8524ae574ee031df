using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// The keyed hash that a citizen is found by in the municipality at hand, without a number being opened.
/// </summary>
[Part]
internal sealed class CprIndex(KeyRing keys, CurrentMunicipality municipality)
{
    public byte[] Of(Cpr cpr) => keys.Of(municipality.Value).BlindIndex(cpr);
}
