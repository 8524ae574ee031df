using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Companies;

/// <summary>Write down a contact that one has had with a company.</summary>
public sealed record WriteContact(CompanyId Company, DateTimeOffset At, CompanyContactKind Kind, string About)
    : ICommand<Done>;

[Requires("companies.contact.write")]
internal sealed class WriteContactHandler(VirkerContext db, CurrentActor actor, TimeProvider clock)
    : IUseCase<WriteContact, Done>
{
    internal const int Longest = 500;

    public async Task<Outcome<Done>> RunAsync(WriteContact command, CancellationToken ct = default)
    {
        if (!await db.Set<CompanyRow>().AnyAsync(c => c.Id == command.Company, ct))
            return Refusal.NotFound("company.not-found", "Virksomheden findes ikke.");
        if (Decide(command, clock.GetUtcNow()) is { } refusal) return refusal;
        db.Add(
            new CompanyContactRow
            {
                Id = Guid.NewGuid(),
                CompanyId = command.Company,
                At = command.At,
                Kind = command.Kind,
                ConsultantId = actor.Value.User,
                About = command.About.Trim(),
            }
        );
        await db.SaveChangesAsync(ct);
        return Done.It;
    }

    internal static Refusal? Decide(WriteContact command, DateTimeOffset now) => Refusal.Each(
        command.At > now
            ? new Refusal("company-contact.in-future",
                "Kontakten er ikke holdt endnu. Skriv den, når den er.", Field: nameof(command.At)) : null,
        string.IsNullOrWhiteSpace(command.About)
            ? new Refusal("company-contact.no-text",
                "Skriv kort, hvad I talte om.", Field: nameof(command.About)) : null,
        command.About.Trim().Length > Longest
            ? new Refusal("company-contact.too-long",
                $"Skriv højst {Longest} tegn.", Field: nameof(command.About)) : null);
}
