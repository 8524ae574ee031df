using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>An uploaded paper with its parts, and in which of them there are doubts.</summary>
public sealed record SeeReading(ReadingId Reading) : IQuery<ReadingOverview>;

/// <summary>What was read of a paper, part by part; no parts before it is read.</summary>
public sealed record ReadingOverview(ReadingLine Reading, IReadOnlyList<ReadingPart> Parts)
{
    public int Lines { get; init; }

    public int Pages { get; init; }

    /// <summary>The municipality's own committees, which it can be kept as a paper of.</summary>
    public IReadOnlyList<CommitteeLine> Committees { get; init; } = [];

    public string? Municipality { get; init; }

    public string? Committee { get; init; }

    /// <summary>The paper says that it is this municipality's.</summary>
    public bool IsOwn { get; init; }
}

/// <summary>One part of a reading, beside the lines that it was read from.</summary>
public sealed record SeeReadingPart(ReadingId Reading, string Part) : IQuery<ReadingPartShown>;

/// <summary>A part, its lines, the parts before and after it, and the next part with a doubt.</summary>
public sealed record ReadingPartShown(ReadingLine Reading, ReadingPart Part, IReadOnlyList<SourceLine> Source,
    bool IsCut)
{
    public string? Before { get; init; }

    public string? After { get; init; }

    public string? NextDoubt { get; init; }
}

/// <summary>The lines that a paper was read from, a stretch at a time.</summary>
public sealed record SeeReadingSource(ReadingId Reading, int Page) : IQuery<ReadingSource>
{
    /// <summary>The stretch that holds this line, whatever page is asked for.</summary>
    public int? Line { get; init; }
}

/// <summary>A stretch of lines, and which fields were read from which.</summary>
public sealed record ReadingSource(ReadingLine Reading, IReadOnlyList<SourceLine> Lines, int Page, int Pages,
    IReadOnlyList<ReadingPart> Parts);

[Requires("committee.reading.see")]
internal sealed class SeeReadingHandler(VirkerContext db, ReadingDesk desk) : IUseCase<SeeReading, ReadingOverview>
{
    public async Task<Outcome<ReadingOverview>> RunAsync(SeeReading query, CancellationToken ct = default)
    {
        if (await db.Set<ReadingRow>().FirstOrDefaultAsync(r =>
            r.Id == query.Reading, ct) is not { } row) return ReadingDesk.NotFound;
        if (await db.Set<ReadingTextRow>().FirstOrDefaultAsync(t =>
            t.ReadingId == row.Id, ct) is not { } text) return new ReadingOverview(ReadingLine.Of(row, 0), []);
        var reviewed = await desk.ReviewedAsync(row, text, ct);
        var own = await db.Set<CommitteeRow>().Where(c => c.Municipality == null).OrderBy(c => c.Name)
            .Select(c => new CommitteeLine(c.Id, c.Name, c.Term, null)).ToListAsync(ct);
        var whose = reviewed.Text("document/municipality");
        return new ReadingOverview(ReadingLine.Of(row, reviewed.Parts.Sum(p => p.Corrections)), reviewed.Parts)
        {
            Lines = reviewed.Source.Lines.Count(l => !l.IsBlank),
                Pages = reviewed.Source.Lines.Select(l => l.Page).DefaultIfEmpty(1).Max(), Committees = own,
                Municipality = whose,
            Committee = reviewed.Text("document/committee"),
                IsOwn = whose is not null && reviewed.Municipality.IsCalled(whose),
        };
    }
}

[Requires("committee.reading.see")]
internal sealed class SeeReadingPartHandler(ReadingDesk desk) : IUseCase<SeeReadingPart, ReadingPartShown>
{
    /// <summary>More lines than a person reads at once stand on the source's own page.</summary>
    private const int MostLines = 400;

    public async Task<Outcome<ReadingPartShown>> RunAsync(SeeReadingPart query, CancellationToken ct = default)
    {
        var found = await desk.OfAsync(query.Reading, ct);
        if (found.IsRefused) return found.Refusal;
        var (row, reviewed) = found.Value;
        if (reviewed.Part(query.Part) is not { } part)
            return Refusal.NotFound("reading-part.not-found", "Den del af læsningen findes ikke.");
        var (parts, at) = (reviewed.Parts, reviewed.Parts.ToList().FindIndex(p => p.Id == part.Id));
        var lines = part.FirstLine == 0 ? []
            : reviewed.Source.Lines.Where(l => l.Number >= part.FirstLine && l.Number <= part.LastLine && !l.IsBlank)
            .ToList();
        return new ReadingPartShown(ReadingLine.Of(row, parts.Sum(p => p.Corrections)), part,
            [.. lines.Take(MostLines)], lines.Count > MostLines)
        {
            Before = at > 0 ? parts[at - 1].Id : null,
            After = at >= 0 && at + 1 < parts.Count ? parts[at + 1].Id : null,
            NextDoubt = NextDoubt(parts, part.Id),
        };
    }

    /// <summary>The next part with a doubt that nobody has settled, from the top again after the last; null where it
    /// is only this one, or none.</summary>
    internal static string? NextDoubt(IReadOnlyList<ReadingPart> parts, string from)
    {
        var at = parts.ToList().FindIndex(p => p.Id == from);
        return parts.Skip(at + 1).Concat(parts.Take(Math.Max(0, at))).FirstOrDefault(p => p.Doubts > 0)?.Id;
    }
}

[Requires("committee.reading.see")]
internal sealed class SeeReadingSourceHandler(ReadingDesk desk) : IUseCase<SeeReadingSource, ReadingSource>
{
    private const int OnePage = 300;

    public async Task<Outcome<ReadingSource>> RunAsync(SeeReadingSource query, CancellationToken ct = default)
    {
        var found = await desk.OfAsync(query.Reading, ct);
        if (found.IsRefused) return found.Refusal;
        var (row, reviewed) = found.Value;
        var lines = reviewed.Source.Lines.Where(l => !l.IsBlank).ToList();
        var pages = Math.Max(1, (lines.Count + OnePage - 1) / OnePage);
        var page = Math.Clamp(query.Line is { } line ? (lines.Count(l => l.Number < line) / OnePage) + 1 : query.Page,
            1, pages);
        return new ReadingSource(ReadingLine.Of(row, 0), [.. lines.Skip((page - 1) * OnePage).Take(OnePage)], page,
            pages, reviewed.Parts);
    }
}
