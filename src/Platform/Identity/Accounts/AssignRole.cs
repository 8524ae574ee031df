using Microsoft.EntityFrameworkCore;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// Give an account a role with the units it is limited to, from a day and perhaps to one. Nobody gives themselves a
/// role.
/// </summary>
public sealed record AssignRole(UserId Account, RoleAssignment Role, DateOnly? From = null, DateOnly? To = null)
    : ICommand<RoleAssigned>;

public sealed record RoleAssigned(Guid Id);

[Requires("platform.account.assign-role")]
internal sealed class AssignRoleHandler(VirkerContext db, CurrentActor actor, TimeProvider clock)
    : IUseCase<AssignRole, RoleAssigned>
{
    public async Task<Outcome<RoleAssigned>> RunAsync(AssignRole command, CancellationToken ct = default)
    {
        var account = await db.Set<AccountRow>()
            .Include(a => a.Roles)
            .FirstOrDefaultAsync(a => a.Id == command.Account, ct);
        if (Decide(command, account, actor.Value) is { } refusal)
            return refusal;
        var row = GivenRoleRow.Of(account!.Id, command.Role, command.From ?? clock.Today(), command.To);
        account.Roles.Add(row);
        db.Add(row);
        account.RenewStamp();
        await db.SaveChangesAsync(ct);
        return new RoleAssigned(row.Id);
    }

    internal static Refusal? Decide(AssignRole command, AccountRow? account, Actor by) =>
        account is null ? Refusal.NotFound("account.not-found", "Kontoen findes ikke.")
        : account.Id == by.User
            ? new("account.own-roles", "Du kan ikke ændre dine egne roller. Bed en anden administrator om det.")
        : command.To < command.From
            ? new(
                "period.ends-before-start",
                "Slutdatoen ligger før startdatoen. Ret en af datoerne.",
                Field: nameof(command.To)
            )
        : (command.Role.Role == Role.Citizen) != account.CitizenId is not null
        && (command.Role.Role == Role.Citizen || account.CitizenId is not null)
            ? new("account.citizen-link", "Rollen borger og den borger, kontoen er til, følges ad.")
        : (command.Role.Role == Role.Company) != account.CompanyId is not null
        && (command.Role.Role == Role.Company || account.CompanyId is not null)
            ? new("account.company-link", "Rollen virksomhed og den virksomhed, kontoen er til, følges ad.")
        : Refuse(command.Role);

    internal static Refusal? Refuse(RoleAssignment given) => Refusal.Each(
        !Role.SignedIn.Contains(given.Role)
            ? new Refusal("role.unknown", "Rollen kan ikke gives til en konto.", Field: nameof(AssignRole.Role)) : null,
        given.Units.Count > 0 && !given.Role.HasUnits
            ? new Refusal("role.units",
                $"Rollen {given.Role.Name.ToLowerInvariant()} gælder hele kommunen og kan ikke begrænses til et "
                + "team. Lad feltet team stå tomt.", Field: nameof(RoleAssignment.Units)) : null);
}
