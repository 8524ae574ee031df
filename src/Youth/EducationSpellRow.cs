using System.ComponentModel.DataAnnotations.Schema;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Youth;

/// <summary>A young person's time in one education, from the register of young people's education.</summary>
[Table("education_spells")]
internal sealed class EducationSpellRow : ISpell
{
    public long Id { get; init; }

    public CitizenId CitizenId { get; init; }

    /// <summary>grundskole, eud, eux, gymnasial, fgu, stu or videregaaende.</summary>
    public string Kind { get; init; } = "";

    public DateOnly FromDay { get; init; }

    public DateOnly? ToDay { get; set; }

    /// <summary>gennemfoert or afbrudt; null while it runs.</summary>
    public string? Ending { get; set; }
}
