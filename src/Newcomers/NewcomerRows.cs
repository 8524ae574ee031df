using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Newcomers;

/// <summary>What somebody has come as.</summary>
public sealed record NewcomerKind : CodeWord<NewcomerKind>
{
    public static readonly NewcomerKind Refugee = new("flygtning", "Flygtning");
    public static readonly NewcomerKind FamilyOfRefugee = new("familie-flygtning", "Familiesammenført til flygtning");
    public static readonly NewcomerKind OtherFamily = new("familie-oevrig", "Familiesammenført i øvrigt");
    public static readonly NewcomerKind SpecialAct = new("saerlov", "Fordrevet fra Ukraine");
    public static readonly NewcomerKind Eu = new("eu", "EU-borger");

    private NewcomerKind(string code, string text) : base(code, text)
    {
    }
}

/// <summary>Someone under the integration programme, now or before.</summary>
[Table("newcomers")]
internal sealed class NewcomerRow : IVersioned
{
    public Guid Id { get; init; }

    public CitizenId CitizenId { get; init; }

    public required NewcomerKind Kind { get; init; }

    public DateOnly ArrivedOn { get; init; }

    /// <summary>Counted in the municipality's quota of refugees.</summary>
    public bool Quota { get; init; }

    /// <summary>Taken over from another municipality while under the programme.</summary>
    public bool TakenOver { get; init; }

    public DateOnly? ProgrammeFrom { get; init; }

    public DateOnly? ProgrammeTo { get; set; }

    public DateOnly? RepatriatedOn { get; set; }

    public int Version { get; private set; }
}

/// <summary>The result that the state gives a grant for.</summary>
public sealed record ResultGrantKind : CodeWord<ResultGrantKind>
{
    public static readonly ResultGrantKind Education = new("uddannelse", "Uddannelse");
    public static readonly ResultGrantKind Work = new("arbejde", "Arbejde");
    public static readonly ResultGrantKind DanishCourse = new("danskuddannelse", "Danskuddannelse");

    private ResultGrantKind(string code, string text) : base(code, text)
    {
    }
}

/// <summary>A grant that the state gives for a result (resultattilskud).</summary>
[Table("result_grants")]
internal sealed class ResultGrantRow
{
    public long Id { get; init; }

    public CitizenId CitizenId { get; init; }

    public required ResultGrantKind Kind { get; init; }

    public DateOnly GrantedOn { get; init; }
}

[Table("danish_courses")]
internal sealed class DanishCourseRow
{
    public long Id { get; init; }

    public CitizenId CitizenId { get; init; }

    /// <summary>Danskuddannelse 1, 2 or 3.</summary>
    public int Course { get; init; }

    public DateOnly FromDay { get; init; }

    public DateOnly? ToDay { get; set; }

    public DateOnly? PassedOn { get; set; }
}

/// <summary>Days on which a newcomer is supported by their spouse (ægtefælleforsørget).</summary>
[Table("spouse_support")]
internal sealed class SpouseSupportRow
{
    public long Id { get; init; }

    public CitizenId CitizenId { get; init; }

    public DateOnly FromDay { get; init; }

    public DateOnly? ToDay { get; set; }
}

[Table("newcomer_quotas")]
internal sealed class NewcomerQuotaRow
{
    [Key]
    [DatabaseGenerated(DatabaseGeneratedOption.None)]
    public int Year { get; init; }

    public int Places { get; set; }
}
