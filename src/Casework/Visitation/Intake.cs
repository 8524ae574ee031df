using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>Read rows of a file (CPR number; benefit's number; reason) and say of each what is wrong with it; nothing is saved.</summary>
public sealed record ReadIntake(string Text) : IQuery;

public sealed record IntakeRows(IReadOnlyList<IntakeRow> Rows) : IRevealsCitizens
{
    public IEnumerable<CitizenId> Revealed => Rows.Select(r => r.Citizen).OfType<CitizenId>();
}

/// <summary><paramref name="Problem"/>: why the row will be skipped; null is ready.</summary>
public sealed record IntakeRow(int Line, CitizenId? Citizen, string Name, string Benefit, string? Problem);

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
public sealed record TakeIn(string Text) : ICommand;

public sealed record TakenIn(int Registered, int Skipped);

[Requires("casework.application.register", Purpose = "Modtagelse af din henvendelse")]
internal sealed class TakeInHandler(IntakeReader reader, RegisterApplicationHandler register) : IUseCase<TakeIn, TakenIn>
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

internal sealed class IntakeReader(VirkerContext db, KeyRing keys, CurrentMunicipality municipality)
{
    private const int MostRows = 500;

    public async Task<Outcome<ReadRows>> ReadAsync(string text, CancellationToken ct)
    {
        var lines = text.Split('\n').Select((line, i) => (Text: line.Trim(), Number: i + 1)).Where(l => l.Text.Length > 0 && l.Text[0] != '#').ToList();
        if (lines.Count == 0) return new Refusal("intake.empty", "Indsæt mindst én række.", Field: "Text");
        if (lines.Count > MostRows) return new Refusal("intake.too-many", $"Modtag højst {MostRows} rækker ad gangen.", Field: "Text");
        var (rows, seen) = (new List<ReadRow>(), new HashSet<(CitizenId, int)>());
        foreach (var (line, number) in lines) rows.Add(await ReadAsync(line, number, seen, ct));
        return new ReadRows(rows);
    }

    private async Task<ReadRow> ReadAsync(string line, int number, HashSet<(CitizenId, int)> seen, CancellationToken ct)
    {
        var parts = line.Split(';', StringSplitOptions.TrimEntries);
        var application = new RegisterApplication(parts[0], parts.Length > 1 && int.TryParse(parts[1], out var benefit) ? benefit : 0, parts.Length > 2 ? parts[2] : "", []);
        if (RegisterApplicationHandler.Decide(application) is { } refusal) return new(new(number, null, "", "", refusal.Text), null);
        Cpr.TryParse(application.CprNumber, out var cpr);
        var index = keys.Of(municipality.Value).BlindIndex(cpr!.Value);
        var citizen = await db.Set<CitizenRow>().Where(c => c.CprIndex == index).Select(c => new { c.Id, c.GivenName, c.FamilyName }).FirstOrDefaultAsync(ct);
        var name = CodeList.Benefits[application.Benefit].ToString();
        if (citizen is null) return new(new(number, null, "", name, "Ingen i registret har det CPR-nummer."), null);
        return seen.Add((citizen.Id, application.Benefit)) ? new(new(number, citizen.Id, $"{citizen.GivenName} {citizen.FamilyName}", name, null), application)
            : new(new(number, citizen.Id, $"{citizen.GivenName} {citizen.FamilyName}", name, "Står allerede i en linje ovenfor."), null);
    }
}
