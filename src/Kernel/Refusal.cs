namespace Virker.Kernel;

/// <summary>
/// Why something was not done. <paramref name="Code"/> is stable (noun.reason, for tests and logs); <paramref
/// name="Text"/> is a Danish sentence that can be said to a citizen and says what to do; <paramref name="Under"/> is
/// the § where a § is the reason; <paramref name="Field"/> is the path in the command of what it
/// concerns (<c>Agreed[0].Title</c>); a form that calls it otherwise places it (<see cref="Placed"/>).
/// </summary>
public sealed record Refusal(string Code, string Text, LawRef? Under = null, string? Field = null)
{
    /// <summary>Whether something was wrong, is not there, is not allowed, or was changed meanwhile.</summary>
    public RefusalKind Kind { get; private init; }

    /// <summary>What was asked for is not there, or not for the one who asks.</summary>
    public static Refusal NotFound(string code, string text, LawRef? under = null, string? field = null) =>
        new(code, text, under, field) { Kind = RefusalKind.NotFound };

    /// <summary>The one who asks may not.</summary>
    public static Refusal Denied(string code, string text) => new(code, text) { Kind = RefusalKind.Denied };

    /// <summary>Somebody else changed it since it was shown.</summary>
    public static Refusal ChangedMeanwhile(string code, string text) =>
        new(code, text) { Kind = RefusalKind.ChangedMeanwhile };

    /// <summary>
    /// What was wrong besides, so that everything can be mended at once. Each stands alone, and none has more of its
    /// own.
    /// </summary>
    public IReadOnlyList<Refusal> Also { get; init; } = [];

    /// <summary>This one, and what was wrong besides.</summary>
    public IEnumerable<Refusal> Every() => [this with { Also = [] }, .. Also];

    /// <summary>All of them as one; null where nothing was refused.</summary>
    public static Refusal? All(IEnumerable<Refusal?> refusals)
    {
        List<Refusal> every =
        [
            .. refusals.OfType<Refusal>().SelectMany(r => r.Every()).DistinctBy(r => (r.Code, r.Text, r.Field)),
        ];
        return every.Count == 0 ? null : every[0] with { Also = every[1..] };
    }

    /// <summary>
    /// All that is wrong with what was sent, checked one after the other: of each field the first thing only, since
    /// what is checked of it after that stands on it; null where nothing is wrong. What names no field and comes before
    /// any that does is alone: the thing cannot be done at all, however it is written.
    /// </summary>
    public static Refusal? Each(params ReadOnlySpan<Refusal?> checks)
    {
        List<Refusal> first = [];
        foreach (var check in checks)
        {
            foreach (var refusal in check?.Every() ?? [])
            {
                if (refusal.Field is null && first.Count == 0) return refusal;
                if (refusal.Field is null || !first.Exists(f => f.Field == refusal.Field)) first.Add(refusal);
            }
        }

        return All(first);
    }

    /// <summary>In other words, for a reader of another language; what was wrong besides too.</summary>
    public Refusal Said(Func<Refusal, string> words) => All(Every().Select(r => r with { Text = words(r) }))!;

    /// <summary>As it stands in a form whose fields have other names; what was wrong besides too.</summary>
    public Refusal Placed(Func<string, string?> fieldOf) =>
        All(Every().Select(r => r with { Field = r.Field is { } field ? fieldOf(field) : null }))!;

    /// <summary>
    /// Of a part of the command, which stands at <paramref name="path"/> in it; what was wrong besides too.
    /// </summary>
    public Refusal In(string path) => Placed(field => $"{path}.{field}");

    /// <summary>As <see cref="All(IEnumerable{Refusal})"/>.</summary>
    public static Refusal? All(params Refusal?[] refusals) => All(refusals.AsEnumerable());
}

/// <summary>What a refusal is about, for whoever must treat the kinds differently: a page's status, a form.</summary>
public enum RefusalKind
{
    /// <summary>What was sent, or the state of things, does not allow it.</summary>
    Wrong,
    NotFound,
    Denied,
    ChangedMeanwhile,
}
