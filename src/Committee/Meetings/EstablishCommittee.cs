using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>Set up a committee with its members for a term of office.</summary>
public sealed record EstablishCommittee(
    string Name,
    string? ShortName,
    string? Term,
    string Template,
    IReadOnlyList<NewMember> Members
) : ICommand<CommitteeEstablished>;

/// <summary>A member; <paramref name="User"/> is the account that they sign in with, where they have one.</summary>
public sealed record NewMember(string Name, string? Party, SeatRole Role, UserId? User = null)
{
    /// <summary>The name that they sign in with, where the account is not known by its id.</summary>
    public string? UserName { get; init; }
}

/// <summary>The committee that was set up.</summary>
public sealed record CommitteeEstablished(CommitteeId Committee);

[Requires("committee.committee.establish")]
internal sealed class EstablishCommitteeHandler(VirkerContext db, IAccounts accounts)
    : IUseCase<EstablishCommittee, CommitteeEstablished>
{
    public async Task<Outcome<CommitteeEstablished>> RunAsync(
        EstablishCommittee command,
        CancellationToken ct = default
    )
    {
        if (Decide(command) is { } refusal)
            return refusal;
        var committee = new CommitteeRow
        {
            Id = NewId.Of<CommitteeId>(),
            Name = command.Name.Trim(),
            ShortName = command.ShortName,
            Term = command.Term,
            Template = command.Template,
        };
        db.Add(committee);
        var users = new List<UserId?>();
        foreach (var member in command.Members)
        {
            var user = await UserOfAsync(member, ct);
            if (user.IsRefused) return user.Refusal;
            users.Add(user.Value.Id);
        }

        foreach (var (member, index) in command.Members.Select((m, i) => (m, i)))
        {
            db.Add(
                new CommitteeMemberRow
                {
                    Id = NewId.Of<CommitteeMemberId>(),
                    CommitteeId = committee.Id,
                    UserId = users[index],
                    Name = member.Name.Trim(),
                    Party = member.Party,
                    Role = member.Role,
                    Position = index,
                }
            );
        }

        await db.SaveChangesAsync(ct);
        return new CommitteeEstablished(committee.Id);
    }

    private async Task<Outcome<SeatAccount>> UserOfAsync(NewMember member, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(member.UserName)) return new SeatAccount(member.User);
        var account = await accounts.FindByUserNameAsync(member.UserName.Trim(), ct);
        return account is not null && account.Roles.Any(r => r.Assignment.Role == Role.Politician)
            ? new SeatAccount(account.Id)
            : new Refusal(
                "committee-member.no-account",
                $"Der er ingen bruger med rollen udvalgsmedlem, der hedder {member.UserName.Trim()}. Spørg administratoren.",
                Field: nameof(EstablishCommittee.Members)
            );
    }

    internal static Refusal? Decide(EstablishCommittee command) => Refusal.Each(
        string.IsNullOrWhiteSpace(command.Name)
            ? new Refusal("committee.no-name", "Skriv udvalgets navn.", Field: nameof(command.Name)) : null,
        CaseTemplate.All.All(t => t.Id != command.Template)
            ? new Refusal("committee.unknown-template",
                "Vælg en skabelon til udvalgets sager.", Field: nameof(command.Template)) : null,
        command.Members.Any(m => string.IsNullOrWhiteSpace(m.Name))
            ? new Refusal("committee-member.no-name",
                "Hvert medlem skal have et navn.", Field: nameof(command.Members)) : null,
        command.Members.Count(m => m.Role == SeatRole.Chair) > 1
            ? new Refusal("committee.two-chairs", "Et udvalg har én formand.", Field: nameof(command.Members)) : null);
}

/// <summary>The account of a seat, where there is one.</summary>
internal sealed record SeatAccount(UserId? Id);
