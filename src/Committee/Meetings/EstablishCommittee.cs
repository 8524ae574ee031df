using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>Set up a committee with its members for a term of office.</summary>
public sealed record EstablishCommittee(string Name, string? ShortName, string? Term, string Template, IReadOnlyList<NewMember> Members) : ICommand;

/// <summary>A member; <paramref name="User"/> is the account that they sign in with, where they have one.</summary>
public sealed record NewMember(string Name, string? Party, SeatRole Role, UserId? User = null);

/// <summary>The committee that was set up.</summary>
public sealed record CommitteeEstablished(CommitteeId Committee);

[Requires("committee.committee.establish")]
internal sealed class EstablishCommitteeHandler(VirkerContext db) : IUseCase<EstablishCommittee, CommitteeEstablished>
{
    public async Task<Outcome<CommitteeEstablished>> RunAsync(EstablishCommittee command, CancellationToken ct = default)
    {
        if (Decide(command) is { } refusal) return refusal;
        var committee = new CommitteeRow { Id = NewId.Of<CommitteeId>(), Name = command.Name.Trim(), ShortName = command.ShortName, Term = command.Term, Template = command.Template };
        db.Add(committee);
        foreach (var (member, index) in command.Members.Select((m, i) => (m, i)))
        {
            db.Add(new CommitteeMemberRow { Id = NewId.Of<CommitteeMemberId>(), CommitteeId = committee.Id, UserId = member.User, Name = member.Name.Trim(), Party = member.Party, Role = member.Role, Position = index });
        }

        await db.SaveChangesAsync(ct);
        return new CommitteeEstablished(committee.Id);
    }

    internal static Refusal? Decide(EstablishCommittee command) =>
        string.IsNullOrWhiteSpace(command.Name) ? new Refusal("committee.no-name", "Skriv udvalgets navn.", Field: nameof(command.Name))
        : CaseTemplate.All.All(t => t.Id != command.Template) ? new Refusal("committee.unknown-template", "Vælg en skabelon til udvalgets sager.", Field: nameof(command.Template))
        : command.Members.Count(m => m.Role == SeatRole.Chair) > 1 ? new Refusal("committee.two-chairs", "Et udvalg har én formand.", Field: nameof(command.Members))
        : null;
}
