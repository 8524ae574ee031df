using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// Someone who may sign in (brugerkonto), as the web's identity store reads and changes it. Save with <see
/// cref="IAccounts.UpdateAsync"/>. A citizen's or a company contact's account says whom it stands for; an employee's
/// says neither.
/// </summary>
public sealed class Account
{
    public required UserId Id { get; init; }

    public required string UserName { get; set; }

    public required string DisplayName { get; set; }

    public string? Email { get; set; }

    public string? PasswordHash { get; set; }

    /// <summary>
    /// Renewed whenever something about the account should end its sessions: a new password, a lost role, closing.
    /// </summary>
    public required string SecurityStamp { get; set; }

    public int FailedSignIns { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }

    public CitizenId? Citizen { get; init; }

    public CompanyId? Company { get; init; }

    public required DateOnly ActiveFrom { get; init; }

    /// <summary>The last day on which the account opens anything; null is until further notice.</summary>
    public DateOnly? ActiveTo { get; init; }

    /// <summary>
    /// Who this is, for the demo's list of sign-ins: "Sagsbehandler i Team Job". Empty outside the demo.
    /// </summary>
    public string Presentation { get; init; } = "";

    public int Version { get; set; }

    public IReadOnlyList<GivenRole> Roles { get; init; } = [];

    public IList<Passkey> Passkeys { get; init; } = [];

    public bool IsActive(DateOnly day) => day >= ActiveFrom && (ActiveTo is null || day <= ActiveTo);

    /// <summary>
    /// What this person may act as on a day: only roles that run that day, and none when the account does not.
    /// </summary>
    public Actor ActorOn(DateOnly day) =>
        new(Id, DisplayName, IsActive(day) ? [.. Roles.Where(r => r.IsActive(day)).Select(r => r.Assignment)] : [])
        {
            Citizen = Citizen,
            Company = Company,
        };
}

/// <summary>A role that an account holds from one day to another (both included).</summary>
public sealed record GivenRole(Guid Id, RoleAssignment Assignment, DateOnly From, DateOnly? To)
{
    /// <summary>
    /// Why it opens nothing: it is limited by something that Virker does not hold; null for an ordinary role.
    /// </summary>
    public string? Shut { get; init; }

    public bool IsActive(DateOnly day) => Shut is null && Runs(day);

    /// <summary>Its days include this one, whether it opens anything or not.</summary>
    public bool Runs(DateOnly day) => day >= From && (To is null || day <= To);
}

/// <summary>
/// A passkey (adgangsnøgle) that an account signs in with; the fields are those of ASP.NET Core's
/// <c>UserPasskeyInfo</c>.
/// </summary>
public sealed record Passkey(
    byte[] CredentialId,
    byte[] PublicKey,
    DateTimeOffset CreatedAt,
    uint SignCount,
    IReadOnlyList<string> Transports,
    PasskeyFlags Flags,
    byte[] Attestation,
    byte[] ClientData
)
{
    public string? Name { get; init; }
}

/// <summary>What the authenticator said about a passkey.</summary>
public sealed record PasskeyFlags(bool UserVerified, bool BackupEligible, bool BackedUp);

/// <summary>
/// The municipality's accounts, for the web's identity store, the command line and the demo. An administrator's own
/// changes are use cases (<see cref="CreateAccount"/> and its siblings); here is what signing in itself needs. Every
/// change is journalled, secrets left out.
/// </summary>
public interface IAccounts
{
    Task<Account?> FindAsync(UserId id, CancellationToken ct = default);

    /// <summary>Upper and lower case are the same name.</summary>
    Task<Account?> FindByUserNameAsync(string userName, CancellationToken ct = default);

    Task<Account?> FindByPasskeyAsync(byte[] credentialId, CancellationToken ct = default);

    /// <summary>
    /// Accounts that run today and hold a role that does, with their presentation: the demo's sign-ins.
    /// </summary>
    Task<IReadOnlyList<Account>> ActiveAsync(CancellationToken ct = default);

    /// <summary>
    /// Saves name, password, stamp, lock-out and passkeys. Refused (<c>conflict.changed-meanwhile</c>) when somebody
    /// saved first.
    /// </summary>
    Task<Outcome<Account>> UpdateAsync(Account account, CancellationToken ct = default);
}
