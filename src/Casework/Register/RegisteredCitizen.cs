using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>A citizen as a register of persons delivers them; the number is kept sealed and as a blind index.</summary>
public sealed record RegisteredCitizen(CitizenId Id, Cpr Cpr, string GivenName, string FamilyName) : Registered
{
    public string? Address { get; init; }

    public string? PostalCode { get; init; }

    public string? Town { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    /// <summary>Unknown (null) counts as protected.</summary>
    public required bool? AddressProtected { get; init; }

    /// <summary>Country of origin, two letters ("DK").</summary>
    public string Origin { get; init; } = "DK";

    public required DateOnly ResidenceFrom { get; init; }

    public DateOnly? ResidenceTo { get; init; }

    /// <summary>Highest completed education, see <see cref="Educations"/>.</summary>
    public int Education { get; init; }

    public string? InterpreterLanguage { get; init; }

    protected override string Called => "borger";

    protected override object Unique => Cpr;

    protected override string? Fault =>
        RegisterFaults.Nameless(GivenName)
        ?? RegisterFaults.Nameless(FamilyName)
        ?? RegisterFaults.Backwards(ResidenceFrom, ResidenceTo)
        ?? RegisterFaults.Uncoded("Uddannelserne", Education, Education is >= 0 and <= Educations.LongHigher);

    protected override void WriteTo(IRegisterRows rows) =>
        rows.Add(
            new CitizenRow
            {
                Id = Id,
                CprSealed = rows.Keys.Seal(Cpr),
                CprIndex = rows.Keys.BlindIndex(Cpr),
                GivenName = GivenName,
                FamilyName = FamilyName,
                SearchName = WrittenText.SearchKey($"{GivenName} {FamilyName}"),
                Born = Cpr.Born,
                Sex = Cpr.IsMan ? 1 : 2,
                Address = Address,
                PostalCode = PostalCode,
                Town = Town,
                Phone = Phone,
                Email = Email,
                AddressProtected = AddressProtected,
                Origin = Origin,
                ResidenceFrom = ResidenceFrom,
                ResidenceTo = ResidenceTo,
                Education = Education,
                InterpreterLanguage = InterpreterLanguage,
            }
        );
}
