using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using System.Text.Json;
using Virker.Kernel;

namespace Virker.Platform;

[Table("accounts")]
internal sealed class AccountRow : IVersioned
{
    public UserId Id { get; init; }

    public string UserName { get; set; } = "";

    /// <summary>The name folded, so that one name is one account.</summary>
    public string UserNameKey { get; set; } = "";

    public string DisplayName { get; set; } = "";

    public string? Email { get; set; }

    [Secret]
    public string? PasswordHash { get; set; }

    [Secret]
    public string SecurityStamp { get; set; } = "";

    public int FailedSignIns { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }

    public CitizenId? CitizenId { get; init; }

    public CompanyId? CompanyId { get; init; }

    public DateOnly ActiveFrom { get; init; }

    public DateOnly? ActiveTo { get; set; }

    public string Presentation { get; init; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    public int Version { get; private set; }

    [ForeignKey(nameof(GivenRoleRow.UserId))]
    public List<GivenRoleRow> Roles { get; init; } = [];

    [ForeignKey(nameof(PasskeyRow.UserId))]
    public List<PasskeyRow> Passkeys { get; init; } = [];

    public static string KeyOf(string userName) => userName.Trim().Normalize().ToLowerInvariant();

    public void RenewStamp() => SecurityStamp = Guid.NewGuid().ToString("N");

    public Account ToAccount() =>
        new()
        {
            Id = Id,
            UserName = UserName,
            DisplayName = DisplayName,
            Email = Email,
            PasswordHash = PasswordHash,
            SecurityStamp = SecurityStamp,
            FailedSignIns = FailedSignIns,
            LockedUntil = LockedUntil,
            Citizen = CitizenId,
            Company = CompanyId,
            ActiveFrom = ActiveFrom,
            ActiveTo = ActiveTo,
            Presentation = Presentation,
            Version = Version,
            Roles = [.. Roles.Select(r => r.ToGiven()).OfType<GivenRole>()],
            Passkeys = [.. Passkeys.Select(p => p.ToPasskey())],
        };
}

[Table("account_roles")]
internal sealed class GivenRoleRow
{
    private const int Everything = 2;

    public Guid Id { get; init; }

    public UserId UserId { get; init; }

    public string Role { get; init; } = "";

    /// <summary>KLE patterns, one a line, from an earlier edition; a role with any is shut.</summary>
    public string Subjects { get; init; } = "";

    /// <summary>Organisational units, one a line.</summary>
    public string Units { get; init; } = "";

    /// <summary>
    /// The highest level that it opens, from an earlier edition; a role below <see cref="Everything"/> is shut.
    /// </summary>
    public int Sensitivity { get; init; } = Everything;

    public DateOnly ActiveFrom { get; init; }

    public DateOnly? ActiveTo { get; set; }

    public static GivenRoleRow Of(UserId user, RoleAssignment given, DateOnly from, DateOnly? to) =>
        new()
        {
            Id = Guid.NewGuid(),
            UserId = user,
            Role = given.Role.Id,
            Units = string.Join('\n', given.Units),
            ActiveFrom = from,
            ActiveTo = to,
        };

    /// <summary>Null for a role that this edition does not know: it opens nothing.</summary>
    public GivenRole? ToGiven() => Virker.Platform.Role.Of(Role) is not { } role ? null
        : new(Id, new(role, [.. Lines(Units).Select(Guid.Parse)]), ActiveFrom, ActiveTo) { Shut = ShutBy() };

    private string? ShutBy() =>
        Lines(Subjects) is { Length: > 0 } subjects ? $"rollen er begrænset til KLE {string.Join(", ", subjects)}"
        : Sensitivity < Everything ? "rollen er begrænset i, hvor følsomme oplysninger den åbner for"
        : null;

    private static string[] Lines(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

[Table("account_passkeys")]
internal sealed class PasskeyRow
{
    [Key]
    public byte[] CredentialId { get; init; } = [];

    public UserId UserId { get; init; }

    public string? Name { get; set; }

    [Secret]
    public byte[] PublicKey { get; init; } = [];

    public DateTimeOffset CreatedAt { get; init; }

    public long SignCount { get; set; }

    public string Transports { get; set; } = "[]";

    public bool UserVerified { get; set; }

    public bool BackupEligible { get; set; }

    public bool BackedUp { get; set; }

    [Secret]
    public byte[] Attestation { get; init; } = [];

    [Secret]
    public byte[] ClientData { get; init; } = [];

    public static PasskeyRow Of(UserId user, Passkey key)
    {
        var row = new PasskeyRow
        {
            CredentialId = key.CredentialId,
            UserId = user,
            PublicKey = key.PublicKey,
            CreatedAt = key.CreatedAt,
            Attestation = key.Attestation,
            ClientData = key.ClientData,
        };
        row.Take(key);
        return row;
    }

    /// <summary>What changes over a passkey's life; its key never does.</summary>
    public void Take(Passkey key)
    {
        (Name, SignCount, Transports) = (key.Name, key.SignCount, JsonSerializer.Serialize(key.Transports));
        (UserVerified, BackupEligible, BackedUp) = (
            key.Flags.UserVerified,
            key.Flags.BackupEligible,
            key.Flags.BackedUp
        );
    }

    public Passkey ToPasskey() =>
        new(
            CredentialId,
            PublicKey,
            CreatedAt,
            (uint)SignCount,
            JsonSerializer.Deserialize<string[]>(Transports) ?? [],
            new(UserVerified, BackupEligible, BackedUp),
            Attestation,
            ClientData
        )
        {
            Name = Name,
        };
}
