using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>
/// Read rows of a file or a spreadsheet (CPR number, benefit's number or name, reason) and say of each what is wrong
/// with it; nothing is saved.
/// </summary>
public sealed record ReadIntake(string Text) : IQuery<IntakeRows>;

public sealed record IntakeRows(IReadOnlyList<IntakeRow> Rows) : IRevealsCitizens
{
    public IEnumerable<CitizenId> Revealed => Rows.Select(r => r.Citizen).OfType<CitizenId>();
}

/// <summary><paramref name="Problem"/>: why the row will be skipped; null is ready.</summary>
public sealed record IntakeRow(int Line, CitizenId? Citizen, string Name, string Benefit, string? Problem)
{
    /// <summary>
    /// The problem is a question: whether the number is this citizen's, with the zero that a spreadsheet took off.
    /// </summary>
    public bool LostZero { get; init; }

    /// <summary>How many lines of the text it takes.</summary>
    public int Lines { get; init; } = 1;
}

[Requires("casework.application.register", Purpose = "Modtagelse af din henvendelse")]
internal sealed class ReadIntakeHandler(IntakeReader reader) : IUseCase<ReadIntake, IntakeRows>
{
    public async Task<Outcome<IntakeRows>> RunAsync(ReadIntake query, CancellationToken ct = default)
    {
        var read = await reader.ReadAsync(query.Text, ct);
        return read.IsRefused ? read.Refusal : new IntakeRows([.. read.Value.Rows.Select(r => r.Shown)]);
    }
}

/// <summary>Register the rows that are right; the others are skipped and counted.</summary>
public sealed record TakeIn(string Text) : ICommand<TakenIn>;

public sealed record TakenIn(int Registered, int Skipped);

[Requires("casework.application.register", Purpose = "Modtagelse af din henvendelse")]
internal sealed class TakeInHandler(IntakeReader reader, RegisterApplicationHandler register)
    : IUseCase<TakeIn, TakenIn>
{
    public async Task<Outcome<TakenIn>> RunAsync(TakeIn command, CancellationToken ct = default)
    {
        var read = await reader.ReadAsync(command.Text, ct);
        if (read.IsRefused) return read.Refusal;
        var ready = read.Value.Rows.Where(r => r.Shown.Problem is null).ToList();
        foreach (var row in ready)
        {
            if (await register.RunAsync(row.Application!, ct) is { IsRefused: true } refused) return refused.Refusal;
        }

        return new TakenIn(ready.Count, read.Value.Rows.Count - ready.Count);
    }
}

internal sealed record ReadRow(IntakeRow Shown, RegisterApplication? Application);

internal sealed record ReadRows(IReadOnlyList<ReadRow> Rows);

[Part]
internal sealed class IntakeReader(VirkerContext db, CprIndex cprs)
{
    private const int MostRows = 500;

    public async Task<Outcome<ReadRows>> ReadAsync(string text, CancellationToken ct)
    {
        var table = WrittenTable.Pasted(text);
        if (table.Rows.Count + table.Faults.Count == 0)
            return new Refusal("intake.empty", "Indsæt mindst én række.", Field: nameof(ReadIntake.Text));
        if (table.Rows.Count > MostRows)
            return new Refusal("intake.too-many",
                $"Modtag højst {MostRows} rækker ad gangen.", Field: nameof(ReadIntake.Text));
        var (rows, seen) = (new List<ReadRow>(), new HashSet<(CitizenId, int)>());
        foreach (var row in table.Rows.Where(r => !IsHeading(r)))
            rows.Add(
                await ReadAsync(row, seen, ct) is var read && row.Lines > 1
                    ? read with
                    {
                        Shown = read.Shown with { Lines = row.Lines },
                    }
                    : read
            );
        rows.AddRange(table.Faults.Select(f => new ReadRow(new(f.Line, null, "", "", f.Text), null)));
        return new ReadRows([.. rows.OrderBy(r => r.Shown.Line)]);
    }

    private async Task<ReadRow> ReadAsync(WrittenRow row, HashSet<(CitizenId, int)> seen, CancellationToken ct)
    {
        var benefit = BenefitOf(row[1]);
        var application = new RegisterApplication(
            row[0],
            benefit,
            string.Join(", ", row.Cells.Skip(2).Where(c => c.Length > 0)),
            []
        );
        var name = benefit == 0 ? "" : CodeList.Benefits[benefit].ToString();
        if (Cpr.WithLostZero(row[0]) is { } lost) return new(await AskedAsync(row, lost, name, ct), null);
        if (Fault(row, application) is { } fault) return new(new(row.Line, null, "", name, fault), null);
        var citizen = await FindAsync(Cpr.Parse(row[0]).Value, ct);
        if (citizen is null)
            return new(new(row.Line, null, "", name, "Ingen i registret har det CPR-nummer."), null);
        return seen.Add((citizen.Id, application.Benefit))
            ? new(new(row.Line, citizen.Id, citizen.Name, name, null), application)
            : new(new(row.Line, citizen.Id, citizen.Name, name, "Står allerede i en linje ovenfor."), null);
    }

    /// <summary>
    /// A spreadsheet takes the first zero off: who it would be with it again is shown and asked about.
    /// </summary>
    private async Task<IntakeRow> AskedAsync(WrittenRow row, Cpr cpr, string benefit, CancellationToken ct) =>
        await FindAsync(cpr, ct) is { } found
            ? new(
                row.Line,
                found.Id,
                found.Name,
                benefit,
                $"Nummeret har ni cifre. Regneark fjerner et nul forrest. Er det {found.Name}, født {WrittenDate.Say(cpr.Born)}?"
            )
            {
                LostZero = true,
            }
            : new(row.Line, null, "", benefit, "Nummeret har ni cifre, og ingen i registret har det med et nul foran.");

    private async Task<Found?> FindAsync(Cpr cpr, CancellationToken ct)
    {
        var index = cprs.Of(cpr);
        return await db.Set<CitizenRow>()
            .Where(c => c.CprIndex == index)
            .Select(c => new Found(c.Id, c.GivenName + " " + c.FamilyName))
            .FirstOrDefaultAsync(ct);
    }

    /// <summary>
    /// The fault in words that say which: cells that lie together, a number that the spreadsheet has rounded, or what
    /// the entry itself refuses.
    /// </summary>
    internal static string? Fault(WrittenRow row, RegisterApplication application) =>
        row[0].Contains('E', StringComparison.OrdinalIgnoreCase)
        && row[0].All(c => char.IsAsciiDigit(c) || c is ',' or '.' or '+' or 'E' or 'e')
            ? $"»{row[0]}« er et tal, som regnearket har afrundet. Gør kolonnen til tekst, og skriv CPR-nummeret igen."
        : Cpr.Parse(row[0]) is { IsRefused: true } && row[0].Length > 0
            ? $"»{Shortened(row[0])}« er ikke et CPR-nummer: {row[0].Count(char.IsAsciiDigit)} cifre, og der skal være ti, der begynder med en fødselsdato."
        : row[1].Length > 0 && application.Benefit == 0
            ? $"»{Shortened(row[1])}« er ikke en ydelse. Skriv dens nummer eller navn."
        : RegisterApplicationHandler.Decide(application)?.Text;

    private static string Shortened(string text) => text.Length <= 30 ? text : $"{text[..30]}…";

    /// <summary>By its number, or its name as pages show it; 0 for none.</summary>
    private static int BenefitOf(string written) =>
        WrittenNumber.Code(written) is { } number && CodeList.Benefits.All.Any(b => b.Number == number)
            ? number
            : CodeList
                .Benefits.All.FirstOrDefault(b => WrittenText.Folded(b.ToString()) == WrittenText.Folded(written))
                ?.Number
                ?? 0;

    private static bool IsHeading(WrittenRow row) =>
        !row[0].Any(char.IsAsciiDigit) && WrittenText.Folded(row[0]).StartsWith("cpr", StringComparison.Ordinal);

    private sealed record Found(CitizenId Id, string Name);
}
