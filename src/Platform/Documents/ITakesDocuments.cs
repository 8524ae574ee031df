using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// A module's way of taking a published document in ("--documents"): found by reflection, asked in order for each file.
/// It acts through the module's own use cases, and taking the same file in again changes nothing.
/// </summary>
[Part]
public interface ITakesDocuments
{
    /// <summary>The lowest is asked first; the first that knows the file takes it.</summary>
    int Order { get; }

    /// <summary>
    /// A Danish line about what was taken in ("Referat af 12. april 2021: 11 punkter"), or null when the file is not of
    /// its kind.
    /// </summary>
    Task<string?> TakeInAsync(FileInfo file, CancellationToken ct = default);
}
