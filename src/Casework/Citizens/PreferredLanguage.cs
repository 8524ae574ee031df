using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// The language that a citizen would rather read and be spoken to in (foretrukket sprog). The codes are those of ISO
/// 639-1.
/// </summary>
public sealed record PreferredLanguage : CodeWord<PreferredLanguage>
{
    public static readonly PreferredLanguage Danish = new("da", "Dansk");
    public static readonly PreferredLanguage English = new("en", "Engelsk");
    public static readonly PreferredLanguage Arabic = new("ar", "Arabisk");
    public static readonly PreferredLanguage Bosnian = new("bs", "Bosnisk");
    public static readonly PreferredLanguage Persian = new("fa", "Farsi");
    public static readonly PreferredLanguage Polish = new("pl", "Polsk");
    public static readonly PreferredLanguage Romanian = new("ro", "Rumænsk");
    public static readonly PreferredLanguage Russian = new("ru", "Russisk");
    public static readonly PreferredLanguage Somali = new("so", "Somali");
    public static readonly PreferredLanguage Tigrinya = new("ti", "Tigrinja");
    public static readonly PreferredLanguage Turkish = new("tr", "Tyrkisk");
    public static readonly PreferredLanguage Ukrainian = new("uk", "Ukrainsk");

    private PreferredLanguage(string code, string text) : base(code, text)
    {
    }
}

/// <summary>Say which language a citizen prefers; null takes it away.</summary>
public sealed record SetPreferredLanguage(CitizenId Citizen, PreferredLanguage? Language)
    : ICommand<Done>,
        IAboutCitizen;

[Requires("casework.profile.write")]
internal sealed class SetPreferredLanguageHandler(VirkerContext db) : IUseCase<SetPreferredLanguage, Done>
{
    public async Task<Outcome<Done>> RunAsync(SetPreferredLanguage command, CancellationToken ct = default)
    {
        var citizen = await db.Set<CitizenRow>().FirstOrDefaultAsync(c => c.Id == command.Citizen, ct);
        if (citizen is null) return CitizenRefusals.NotFound;
        citizen.PreferredLanguage = command.Language;
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
