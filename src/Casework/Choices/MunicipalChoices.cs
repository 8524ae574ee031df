using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// What the municipality itself decides about conversations, each with the value that holds until somebody decides.
/// </summary>
public static class MunicipalChoice
{
    public const string FirstReminder = "reminder.first-hours";
    public const string SecondReminder = "reminder.second-hours";
    public const string ShortestNotice = "booking.notice-days";
    public const string OfficeOpens = "office.opens";
    public const string OfficeCloses = "office.closes";
    public const string OfferHours = "offer.hours";
    public const string SurveyEvery = "survey.every";
    public const string SurveyFewest = "survey.fewest";

    public static readonly IReadOnlyList<ChoiceKind> All =
    [
        new(FirstReminder, "Første påmindelse før en samtale", "timer før", "0 er ingen", 48, 0, 336),
        new(SecondReminder, "Anden påmindelse før en samtale", "timer før", "0 er ingen", 0, 0, 336),
        new(
            ShortestNotice,
            "Korteste varsel for en tid, der foreslås eller vælges af borgeren",
            "dage",
            "0 er intet varsel",
            2,
            0,
            30
        ),
        new(
            OfficeOpens,
            "Samtaler kan tidligst begynde",
            "",
            "det gælder samtaler på dagen og senere dage",
            7 * 60,
            5 * 60,
            12 * 60
        )
        {
            IsClock = true,
        },
        new(
            OfficeCloses,
            "Samtaler skal senest være slut",
            "",
            "det gælder samtaler på dagen og senere dage",
            18 * 60,
            12 * 60,
            22 * 60
        )
        {
            IsClock = true,
        },
        new(
            OfferHours,
            "Så længe holdes en tidligere tid til den, der får den tilbudt",
            "timer",
            "højst fire døgn",
            24,
            1,
            96
        ),
        new(SurveyEvery, "De fire spørgsmål sendes efter hver samtale nr.", "", "1 er alle, 0 er aldrig", 1, 0, 100),
        new(SurveyFewest, "Svar vises, når der er mindst så mange", "svar", "mindst fem", 5, 5, 100),
    ];
}

/// <summary>
/// One thing to decide: its words, its unit, what to know of the number, what holds until somebody decides, and the
/// bounds.
/// </summary>
public sealed record ChoiceKind(string Name, string Text, string Unit, string Hint, int Usual, int Least, int Most)
{
    /// <summary>A time of the day: its value is minutes after midnight.</summary>
    public bool IsClock { get; init; }
}

[Table("municipal_choices")]
[PrimaryKey(nameof(Name), nameof(FromDay))]
internal sealed class ChoiceRow
{
    public string Name { get; init; } = "";

    public DateOnly FromDay { get; init; }

    public int Value { get; set; }

    [Stamp]
    public DateTimeOffset SetAt { get; set; }

    [Stamp]
    public string SetBy { get; set; } = "";
}

[Part]
internal sealed class MunicipalChoices(VirkerContext db, TimeProvider clock)
{
    /// <summary>As it holds today.</summary>
    public async Task<int> ValueAsync(string name, CancellationToken ct)
    {
        var today = clock.Today();
        return await db.Set<ChoiceRow>()
                .Where(c => c.Name == name && c.FromDay <= today)
                .OrderByDescending(c => c.FromDay)
                .Select(c => (int?)c.Value)
                .FirstOrDefaultAsync(ct)
            ?? MunicipalChoice.All.First(c => c.Name == name).Usual;
    }
}

/// <summary>Decide something from a day on; what held before is kept.</summary>
public sealed record SetChoice(string Name, DateOnly From, int Value) : ICommand<Done>;

[Requires("casework-lead.choice.set")]
internal sealed class SetChoiceHandler(VirkerContext db, CurrentActor actor, TimeProvider clock)
    : IUseCase<SetChoice, Done>
{
    public async Task<Outcome<Done>> RunAsync(SetChoice command, CancellationToken ct = default)
    {
        if (Decide(command, clock.Today()) is { } refusal)
            return refusal;
        if (OfficeHoursBook.Has(command.Name) && await WithoutHoursAsync(command, ct) is { } none)
            return none;
        if (await StandsAsync(command, ct))
            return Done.It;
        var row = await db.Set<ChoiceRow>()
            .FirstOrDefaultAsync(c => c.Name == command.Name && c.FromDay == command.From, ct);
        if (row is null)
            db.Add(row = new ChoiceRow { Name = command.Name, FromDay = command.From });
        (row.Value, row.SetAt, row.SetBy) = (command.Value, clock.GetUtcNow(), actor.Value.Name);
        await db.SaveChangesAsync(ct);
        return Done.It;
    }

    private async Task<Refusal?> WithoutHoursAsync(SetChoice command, CancellationToken ct) =>
        (await OfficeHoursBook.ReadAsync(db, ct))
            .With(
                new ChoiceRow
                {
                    Name = command.Name,
                    FromDay = command.From,
                    Value = command.Value,
                }
            )
            .FirstWithout(command.From)
            is null
            ? null
            : new Refusal(
                "choice.no-hours",
                "Samtaler skal kunne begynde, før de skal være slut. Vælg et andet klokkeslæt.",
                Field: nameof(command.Value)
            );

    /// <summary>What holds on that day already.</summary>
    private async Task<bool> StandsAsync(SetChoice command, CancellationToken ct) =>
        command.Value
        == (
            await db.Set<ChoiceRow>()
                .Where(c => c.Name == command.Name && c.FromDay <= command.From)
                .OrderByDescending(c => c.FromDay)
                .Select(c => (int?)c.Value)
                .FirstOrDefaultAsync(ct)
            ?? MunicipalChoice.All.First(c => c.Name == command.Name).Usual
        );

    internal static Refusal? Decide(SetChoice command, DateOnly today) => Refusal.Each(
        KindOf(command) is null
            ? new Refusal("choice.unknown", "Vælg, hvad der skal bestemmes.", Field: nameof(command.Name)) : null,
        KindOf(command) is { } asked && (command.Value < asked.Least || command.Value > asked.Most)
            ? new Refusal("choice.bounds",
                asked.IsClock ? $"Skriv et klokkeslæt mellem {asked.Least / 60} og {asked.Most / 60}."
                    : $"Skriv et tal mellem {asked.Least} og {asked.Most}.", Field: nameof(command.Value)) : null,
        command.From < today
            ? new Refusal("choice.in-past",
                "Det kan gælde fra i dag eller en senere dag, ikke bagud.", Field: nameof(command.From)) : null);

    private static ChoiceKind? KindOf(SetChoice command) =>
        MunicipalChoice.All.FirstOrDefault(c => c.Name == command.Name);
}
