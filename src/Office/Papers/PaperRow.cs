using System.ComponentModel.DataAnnotations.Schema;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Office;

[Table("citizen_documents")]
internal sealed class PaperRow : IVersioned
{
    public Guid Id { get; init; }

    /// <summary>Whom it lies on, where that is a citizen; else <see cref="CompanyId"/> is set.</summary>
    public CitizenId? CitizenId { get; init; }

    public CompanyId? CompanyId { get; init; }

    public FileId FileId { get; init; }

    public string Title { get; init; } = "";

    /// <summary>In the words of the module that put it there.</summary>
    public string Kind { get; init; } = "";

    public DateOnly ReceivedOn { get; init; }

    public DateTimeOffset AddedAt { get; init; }

    public string AddedBy { get; init; } = "";

    public DateTimeOffset? RemovedAt { get; set; }

    public int Version { get; private set; }
}
