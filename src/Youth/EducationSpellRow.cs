using System.ComponentModel.DataAnnotations.Schema;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Youth;

/// <summary>What a young person is educated in, as the register writes it.</summary>
public sealed record EducationKind : CodeWord<EducationKind>
{
    public static readonly EducationKind School = new("grundskole", "Grundskole");
    public static readonly EducationKind Vocational = new("eud", "Erhvervsuddannelse (eud)");
    public static readonly EducationKind VocationalUpper = new("eux", "Erhvervsuddannelse med gymnasium (eux)");
    public static readonly EducationKind Upper = new("gymnasial", "Gymnasial uddannelse");
    public static readonly EducationKind Preparatory = new("fgu", "Forberedende grunduddannelse (FGU)");
    public static readonly EducationKind Special = new("stu", "Særligt tilrettelagt ungdomsuddannelse (STU)");
    public static readonly EducationKind Higher = new("videregaaende", "Videregående uddannelse");

    private EducationKind(string code, string text) : base(code, text)
    {
    }
}

/// <summary>How an education ended.</summary>
public sealed record EducationEnding : CodeWord<EducationEnding>
{
    public static readonly EducationEnding Completed = new("gennemfoert", "Gennemført");
    public static readonly EducationEnding BrokenOff = new("afbrudt", "Afbrudt");

    private EducationEnding(string code, string text) : base(code, text)
    {
    }
}

/// <summary>A young person's time in one education, from the register of young people's education.</summary>
[Table("education_spells")]
internal sealed class EducationSpellRow : ISpell
{
    public long Id { get; init; }

    public CitizenId CitizenId { get; init; }

    public required EducationKind Kind { get; init; }

    public DateOnly FromDay { get; init; }

    public DateOnly? ToDay { get; set; }

    /// <summary>Null while it runs.</summary>
    public EducationEnding? Ending { get; set; }
}
