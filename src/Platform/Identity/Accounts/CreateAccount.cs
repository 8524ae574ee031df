using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// Open an account. Without a password the person signs in with a passkey or through the directory. A citizen's or
/// company contact's account names whom it stands for. Each role comes with its units (see <see cref="AssignRole"/>).
/// </summary>
public sealed record CreateAccount(
    string UserName,
    string DisplayName,
    string? Password,
    IReadOnlyList<RoleAssignment> Roles
) : ICommand<AccountCreated>
{
    /// <summary>The identity that the register already knows the employee by; a new one when nothing is said.</summary>
    public UserId? Id { get; init; }

    public string? Email { get; init; }

    public CitizenId? Citizen { get; init; }

    public CompanyId? Company { get; init; }

    public DateOnly? ActiveFrom { get; init; }

    public DateOnly? ActiveTo { get; init; }

    public string Presentation { get; init; } = "";
}

public sealed record AccountCreated(UserId Id, CitizenId? Citizen) : IRevealsCitizens
{
    public IEnumerable<CitizenId> Revealed => Citizen is { } citizen ? [citizen] : [];
}

[Requires("platform.account.create", Purpose = "Oprettelse af din brugerkonto")]
internal sealed class CreateAccountHandler(VirkerContext db, TimeProvider clock)
    : IUseCase<CreateAccount, AccountCreated>
{
    public async Task<Outcome<AccountCreated>> RunAsync(CreateAccount command, CancellationToken ct = default)
    {
        var key = AccountRow.KeyOf(command.UserName);
        var taken = await db.Set<AccountRow>().AnyAsync(a => a.UserNameKey == key, ct);
        if (Decide(command, taken) is { } refusal) return refusal;
        var from = command.ActiveFrom ?? clock.Today();
        var row = new AccountRow
        {
            Id = command.Id ?? NewId.Of<UserId>(),
            UserName = command.UserName.Trim(),
            UserNameKey = key,
            DisplayName = command.DisplayName.Trim(),
            Email = command.Email,
            PasswordHash = command.Password is { } password ? Passwords.Hash(password) : null,
            CitizenId = command.Citizen,
            CompanyId = command.Company,
            ActiveFrom = from,
            ActiveTo = command.ActiveTo,
            Presentation = command.Presentation,
            CreatedAt = clock.GetUtcNow(),
        };
        row.RenewStamp();
        row.Roles.AddRange(command.Roles.Select(r => GivenRoleRow.Of(row.Id, r, from, null)));
        db.Add(row);
        await db.SaveChangesAsync(ct);
        return new AccountCreated(row.Id, command.Citizen);
    }

    internal static Refusal? Decide(CreateAccount command, bool taken) => Refusal.Each(
        [
            command.UserName.Trim().Length is < 2 or > 200
                ? new Refusal("account.user-name",
                    "Brugernavnet skal have mellem 2 og 200 tegn.", Field: nameof(command.UserName)) : null,
            CprText.Holds(command.UserName)
                ? new Refusal("account.user-name-cpr",
                    "Brugernavnet må ikke være et CPR-nummer. Vælg et andet.", Field: nameof(command.UserName)) : null,
            taken
                ? new Refusal("account.user-name-taken",
                    "Brugernavnet er i brug. Vælg et andet.", Field: nameof(command.UserName)) : null,
            string.IsNullOrWhiteSpace(command.DisplayName)
                ? new Refusal("account.display-name",
                    "Skriv navnet på den, kontoen er til.", Field: nameof(command.DisplayName)) : null,
            .. Parties(command),
            .. command.Roles.Select(AssignRoleHandler.Refuse),
            command.Password is { } password ? Passwords.Refuse(password, command.UserName) : null,
        ]);

    private static IEnumerable<Refusal?> Parties(CreateAccount command) =>
    [
        command.Citizen is not null && command.Company is not null
            ? new Refusal("account.two-parties", "En konto er for en borger eller en virksomhed, ikke begge.") : null,
        command.Roles.Any(r => r.Role == Role.Citizen) != command.Citizen is not null
            ? new Refusal("account.citizen-link",
                "Rollen borger og den borger, kontoen er til, følges ad.") : null,
        command.Roles.Any(r => r.Role == Role.Company) != command.Company is not null
            ? new Refusal("account.company-link",
                "Rollen virksomhed og den virksomhed, kontoen er til, følges ad.") : null,
    ];
}

/// <summary>Hashes passwords in the format of ASP.NET Core Identity, whose user manager checks them.</summary>
internal static class Passwords
{
    private const int Shortest = 12;

    private static readonly PasswordHasher<Account> Hasher = new();

    public static string Hash(string password) => Hasher.HashPassword(null!, password);

    /// <summary>Length counts, character classes do not; the name itself is no password.</summary>
    public static Refusal? Refuse(string password, string userName) =>
        password.Length < Shortest
            ? new(
                "account.password-short",
                $"Adgangskoden skal have mindst {Shortest} tegn. En sætning er god.",
                Field: nameof(SetPassword.Password)
            )
        : password.Distinct().Count() < 4
        || (userName.Trim() is { Length: > 0 } name && password.Contains(name, StringComparison.OrdinalIgnoreCase))
            ? new("account.password-weak",
                "Adgangskoden er for let at gætte. Vælg en anden.", Field: nameof(SetPassword.Password))
        : null;
}
