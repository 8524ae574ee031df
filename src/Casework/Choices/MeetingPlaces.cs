using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>Where conversations are held (mødested): what stands in every call-up to it.</summary>
[Table("meeting_places")]
internal sealed class MeetingPlaceRow : IVersioned
{
    /// <summary>Of rooms that state no place.</summary>
    public const string Usual = "Jobcenteret";

    /// <summary>As in <see cref="ResourceRow.Place"/>.</summary>
    [Key]
    public string Name { get; init; } = "";

    public string? Address { get; set; }

    public string? Phone { get; set; }

    /// <summary>The address of the place's video room.</summary>
    public string? Video { get; set; }

    /// <summary>When it can be reached, in the municipality's own words.</summary>
    public string? Hours { get; set; }

    [Stamp]
    public DateTimeOffset SetAt { get; set; }

    [Stamp]
    public string SetBy { get; set; } = "";

    public int Version { get; private set; }
}

/// <summary>A place with what call-ups say of it; null where nobody has written it yet.</summary>
public sealed record MeetingPlace(string Name, string? Address, string? Phone, string? Video)
{
    public string? Hours { get; init; }

    public bool IsWhole => Address is not null && Phone is not null && Video is not null;
}

/// <summary>Every place that a room is at, also those that nothing is written about.</summary>
public sealed record SeeMeetingPlaces : IQuery<MeetingPlaces>;

public sealed record MeetingPlaces(IReadOnlyList<MeetingPlace> Places);

[Requires("casework-lead.choice.set")]
internal sealed class SeeMeetingPlacesHandler(VirkerContext db, IStaffDirectory directory)
    : IUseCase<SeeMeetingPlaces, MeetingPlaces>
{
    public async Task<Outcome<MeetingPlaces>> RunAsync(SeeMeetingPlaces query, CancellationToken ct = default)
    {
        var written = await db.Set<MeetingPlaceRow>().ToDictionaryAsync(p => p.Name, ct);
        var staff = await directory.ReadAsync(ct);
        var of = staff.Resources.Where(r => r.IsRoom).Select(r => r.Place).OfType<string>();
        return new MeetingPlaces([
            .. of.Union(written.Keys)
                .Append(MeetingPlaceRow.Usual)
                .Distinct()
                .Order(StringComparer.Ordinal)
                .Select(name =>
                    written.TryGetValue(name, out var p)
                        ? new MeetingPlace(name, p.Address, p.Phone, p.Video) { Hours = p.Hours }
                        : new MeetingPlace(name, null, null, null)
                ),
        ]);
    }
}

/// <summary>
/// Write what call-ups say of a place, and when it can be reached; what is left empty is said to be missing.
/// </summary>
public sealed record SetMeetingPlace(string Name, string Address, string Phone, string Video) : ICommand<Done>
{
    public string Hours { get; init; } = "";
}

[Requires("casework-lead.choice.set")]
internal sealed class SetMeetingPlaceHandler(
    VirkerContext db,
    IStaffDirectory directory,
    CurrentActor actor,
    TimeProvider clock
) : IUseCase<SetMeetingPlace, Done>
{
    public async Task<Outcome<Done>> RunAsync(SetMeetingPlace command, CancellationToken ct = default)
    {
        if (Decide(command) is { } refusal) return refusal;
        var name = command.Name.Trim();
        if (name != MeetingPlaceRow.Usual && (await directory.ReadAsync(ct)).Resources.All(r => r.Place != name))
            return new Refusal(
                "meeting-place.unknown",
                "Vælg et sted, som et lokale ligger på.",
                Field: nameof(command.Name)
            );
        var row = await db.Set<MeetingPlaceRow>().FirstOrDefaultAsync(p => p.Name == name, ct);
        if (
            row is null
            && (Written(command.Address) ?? Written(command.Phone) ?? Written(command.Video) ?? Written(command.Hours))
                is null
        )
            return Done.It;
        if (row is null)
            db.Add(row = new MeetingPlaceRow { Name = name });
        (row.Address, row.Phone, row.Video, row.Hours) = (
            Written(command.Address),
            Written(command.Phone),
            Written(command.Video),
            Written(command.Hours)
        );
        (row.SetAt, row.SetBy) = (clock.GetUtcNow(), actor.Value.Name);
        await db.SaveChangesAsync(ct);
        return Done.It;
    }

    internal static Refusal? Decide(SetMeetingPlace command) => Refusal.Each(
        command.Address.Length > 200
            ? new Refusal("meeting-place.address", "Skriv højst 200 tegn.", Field: nameof(command.Address)) : null,
        command.Hours.Length > 200
            ? new Refusal("meeting-place.hours", "Skriv højst 200 tegn.", Field: nameof(command.Hours)) : null,
        Written(command.Phone) is { } phone
            && (phone.Count(char.IsAsciiDigit) < 8 || phone.Any(c => !char.IsAsciiDigit(c) && c is not (' ' or '+')))
                ? new Refusal(
                    "meeting-place.phone",
                    "Skriv telefonnummeret med mindst otte tal, for eksempel 12 34 56 78.",
                    Field: nameof(command.Phone)
                )
                : null,
            Written(command.Video) is { } video
            && (
                video.Length > 300
                || !Uri.TryCreate(video, UriKind.Absolute, out var link)
                || link.Scheme != Uri.UriSchemeHttps
            )
                ? new Refusal(
                    "meeting-place.video",
                    "Skriv videorummets adresse, så den begynder med https://.",
                    Field: nameof(command.Video)
                )
                : null
        );

    private static string? Written(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
