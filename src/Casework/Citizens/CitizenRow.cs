using System.ComponentModel.DataAnnotations.Schema;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

[Table("citizens")]
internal sealed class CitizenRow : IVersioned
{
    public CitizenId Id { get; init; }

    [Secret]
    public byte[] CprSealed { get; init; } = [];

    [Secret]
    public byte[] CprIndex { get; init; } = [];

    public string GivenName { get; set; } = "";

    public string FamilyName { get; set; } = "";

    /// <summary>Given and family name in small letters, for search on either database.</summary>
    public string SearchName { get; set; } = "";

    public DateOnly Born { get; init; }

    /// <summary>1 man, 2 woman, as the register of persons codes it.</summary>
    public int Sex { get; init; }

    public string? Address { get; set; }

    public string? PostalCode { get; set; }

    public string? Town { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    /// <summary>Unknown (null) counts as protected.</summary>
    public bool? AddressProtected { get; set; }

    /// <summary>Country of origin, two letters ("DK").</summary>
    public string Origin { get; init; } = "DK";

    public DateOnly ResidenceFrom { get; init; }

    public DateOnly? ResidenceTo { get; set; }

    /// <summary>Highest completed education, see <see cref="Educations"/>.</summary>
    public int Education { get; set; }

    public string? InterpreterLanguage { get; set; }

    /// <summary>Null is not said.</summary>
    public PreferredLanguage? PreferredLanguage { get; set; }

    public int Version { get; private set; }

    public string Name => $"{GivenName} {FamilyName}";

    /// <summary>The address as it may be shown, or null when it is protected or nobody knows whether it is.</summary>
    public string? ShownAddress =>
        AddressProtected == false && Address is not null ? $"{Address}, {PostalCode} {Town}" : null;
}

/// <summary>
/// Highest completed education (højeste fuldførte uddannelse), the register's code and its Danish name.
/// </summary>
public static class Educations
{
    public const int Unknown = 0;
    public const int Primary = 1;
    public const int UpperSecondary = 2;
    public const int Vocational = 3;
    public const int ShortHigher = 4;
    public const int MediumHigher = 5;
    public const int LongHigher = 6;

    private static readonly string[] Names =
    [
        "Uoplyst",
        "Grundskole",
        "Gymnasial uddannelse",
        "Erhvervsuddannelse",
        "Kort videregående",
        "Mellemlang videregående",
        "Lang videregående",
    ];

    public static string Name(int code) => code >= 0 && code < Names.Length ? Names[code] : Names[Unknown];
}
