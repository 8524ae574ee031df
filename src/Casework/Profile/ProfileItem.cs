using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

[Table("profile_items")]
internal sealed class ProfileItemRow : IVersioned
{
    public Guid Id { get; init; }

    [RefersTo<CitizenRow>]
    public CitizenId CitizenId { get; init; }

    public required ProfileKind Kind { get; init; }

    public string Text { get; init; } = "";

    public DateTimeOffset MadeAt { get; init; }

    public string MadeBy { get; init; } = "";

    public DateTimeOffset? EndedAt { get; set; }

    public int Version { get; private set; }
}

/// <summary>What can be known about somebody's way to work.</summary>
public sealed record ProfileKind : CodeWord<ProfileKind>
{
    public static readonly ProfileKind Strength = new("styrke", "Styrke");
    public static readonly ProfileKind Barrier = new("barriere", "Barriere");
    public static readonly ProfileKind Education = new("uddannelse", "Uddannelse eller kursus");
    public static readonly ProfileKind BasicCourse = new("grundforloeb", "Grundforløb");
    public static readonly ProfileKind PriorLearning = new("rkv", "Realkompetencevurdering (RKV)");
    public static readonly ProfileKind Certificate = new("certifikat", "Certifikat eller kørekort");
    public static readonly ProfileKind Language = new("sprog", "Sprog");
    public static readonly ProfileKind AdultApprentice = new("voksenlaerling", "Ønsker voksenlærlingeplads");
    public static readonly ProfileKind Company = new("virksomhed", "Virksomhed, borgeren har kontakt med");

    private ProfileKind(string code, string text) : base(code, text)
    {
    }
}

/// <summary>Something that is known about a citizen's way to work (kompetence, styrke, barriere).</summary>
public sealed record ProfileItem(Guid Id, ProfileKind Kind, string Text, DateTimeOffset MadeAt, string MadeBy);

/// <summary>Add something to what is known about a citizen.</summary>
public sealed record AddProfileItem(CitizenId Citizen, ProfileKind Kind, string Text)
    : ICommand<ProfileItem>,
        IAboutCitizen;

[Requires("casework.profile.write")]
internal sealed class AddProfileItemHandler(VirkerContext db, CurrentActor actor, TimeProvider clock)
    : IUseCase<AddProfileItem, ProfileItem>
{
    public async Task<Outcome<ProfileItem>> RunAsync(AddProfileItem command, CancellationToken ct = default)
    {
        if (Decide(command) is { } refusal)
            return refusal;
        var row = new ProfileItemRow
        {
            Id = Guid.NewGuid(),
            CitizenId = command.Citizen,
            Kind = command.Kind,
            Text = command.Text.Trim(),
            MadeAt = clock.GetUtcNow(),
            MadeBy = actor.Value.Name,
        };
        db.Add(row);
        await db.SaveChangesAsync(ct);
        return new ProfileItem(row.Id, row.Kind, row.Text, row.MadeAt, row.MadeBy);
    }

    internal static Refusal? Decide(AddProfileItem command) => Refusal.Each(
        string.IsNullOrWhiteSpace(command.Text)
            ? new Refusal("profile.no-text", "Skriv det kort.", Field: nameof(command.Text)) : null,
        command.Text.Length > 200
            ? new Refusal("profile.too-long", "Skriv højst 200 tegn.", Field: nameof(command.Text)) : null);
}

/// <summary>It no longer holds; it stays in the history.</summary>
public sealed record EndProfileItem(CitizenId Citizen, Guid Item) : ICommand<Done>, IAboutCitizen;

[Requires("casework.profile.write")]
internal sealed class EndProfileItemHandler(VirkerContext db, TimeProvider clock) : IUseCase<EndProfileItem, Done>
{
    public async Task<Outcome<Done>> RunAsync(EndProfileItem command, CancellationToken ct = default)
    {
        var item = await db.Set<ProfileItemRow>()
            .FirstOrDefaultAsync(i => i.Id == command.Item && i.CitizenId == command.Citizen && i.EndedAt == null, ct);
        if (item is null)
            return Refusal.NotFound("profile.not-found", "Oplysningen findes ikke.");
        item.EndedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}

/// <summary>Say it otherwise: what stood there ends, and the new words take its place.</summary>
public sealed record ChangeProfileItem(CitizenId Citizen, Guid Item, string Text)
    : ICommand<ProfileItem>,
        IAboutCitizen;

[Requires("casework.profile.write")]
internal sealed class ChangeProfileItemHandler(VirkerContext db, CurrentActor actor, TimeProvider clock)
    : IUseCase<ChangeProfileItem, ProfileItem>
{
    public async Task<Outcome<ProfileItem>> RunAsync(ChangeProfileItem command, CancellationToken ct = default)
    {
        var item = await db.Set<ProfileItemRow>()
            .FirstOrDefaultAsync(i => i.Id == command.Item && i.CitizenId == command.Citizen && i.EndedAt == null, ct);
        if (item is null)
            return Refusal.NotFound("profile.not-found", "Oplysningen findes ikke.");
        if (AddProfileItemHandler.Decide(new(command.Citizen, item.Kind, command.Text)) is { } refusal)
            return refusal;
        if (item.Text == command.Text.Trim())
            return new ProfileItem(item.Id, item.Kind, item.Text, item.MadeAt, item.MadeBy);
        item.EndedAt = clock.GetUtcNow();
        var row = new ProfileItemRow
        {
            Id = Guid.NewGuid(),
            CitizenId = command.Citizen,
            Kind = item.Kind,
            Text = command.Text.Trim(),
            MadeAt = clock.GetUtcNow(),
            MadeBy = actor.Value.Name,
        };
        db.Add(row);
        await db.SaveChangesAsync(ct);
        return new ProfileItem(row.Id, row.Kind, row.Text, row.MadeAt, row.MadeBy);
    }
}
