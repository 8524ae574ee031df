using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// A value before and after a regulation. <see cref="Old"/> is the one that held on the new one's first day, or the day
/// before it; null where none is known.
/// </summary>
public sealed record RegulatedChange(RegulatedValue New, Parameter Parameter, DatedValue? Old)
{
    private const decimal Large = 25m;

    /// <summary>How much higher the new value is, in percent; null where it cannot be said.</summary>
    public decimal? Percent =>
        Old?.Value is { } old && old != 0 && New.Value.Value is { } now ? (now - old) / old * 100m : null;

    /// <summary>So far from the old value that somebody should look twice.</summary>
    public bool IsLarge => Percent is { } percent ? Math.Abs(percent) > Large : Old?.Value != New.Value.Value;
}

/// <summary>The lawbook with regulations laid over it.</summary>
public static class RegulatedLaw
{
    /// <summary>What the values would change, and each that does not fit the law as it is.</summary>
    public static (IReadOnlyList<RegulatedChange> Changes, IReadOnlyList<RegulationError> Errors, Lawbook Law) Over(
        Lawbook law,
        IEnumerable<RegulatedValue> values
    )
    {
        var (changes, errors) = (new List<RegulatedChange>(), new List<RegulationError>());
        foreach (var value in values)
        {
            var parameter = law.All.FirstOrDefault(p => p.Name == value.Parameter);
            if (parameter is null)
            {
                errors.Add(new(value.Line, $"Der er ingen parameter, der hedder {value.Parameter}."));
                continue;
            }

            var from = value.Value.From;
            var change = new RegulatedChange(
                value,
                parameter,
                parameter.Values.FirstOrDefault(v => v.HoldsOn(from) && v.IsKnown)
                    ?? parameter.Values.FirstOrDefault(v => v.HoldsOn(from.AddDays(-1)))
            );
            var laid = Over(parameter, value.Value);
            if (laid.IsRefused)
            {
                errors.Add(new(value.Line, laid.Refusal.Text));
                continue;
            }

            law = law.With(laid.Value);
            changes.Add(change);
        }

        return (changes, errors, law);
    }

    /// <summary>
    /// One value laid over a parameter's others: those before it end the day before, those after it begin the day
    /// after. Values stay without overlap and without holes.
    /// </summary>
    internal static Outcome<Parameter> Over(Parameter parameter, DatedValue added)
    {
        if (parameter.IsText)
            return Unfit($"{parameter.Meaning} står i ord og kan ikke reguleres med et tal.");
        if (added.Value is { } value && !Units.Allows(parameter.Unit, value))
            return Unfit($"{value:0.##} kan ikke stå i enheden {Units.Danish(parameter.Unit)}.");
        if (added.From < parameter.Values[0].From)
            return Unfit($"Reglen gælder først fra {Danish.Date(parameter.Values[0].From)}.");
        if (added.To is null && parameter.Values.Any(v => v.From > added.From))
            return Unfit(
                $"Der er allerede en værdi fra {Danish.Date(parameter.Values.First(v => v.From > added.From).From)}; skriv, hvornår den nye slutter."
            );
        List<DatedValue> before =
        [
            .. parameter
                .Values.Where(v => v.From < added.From)
                .Select(v => v.To is { } to && to < added.From ? v : v with { To = added.From.AddDays(-1) }),
        ];
        if (before is [.., { To: { } end }] && end.AddDays(1) < added.From)
            return Unfit($"Der er ingen værdi mellem {Danish.Date(end)} og {Danish.Date(added.From)}. Skriv også den.");
        List<DatedValue> after = added.To is not { } last
            ? []
            :
            [
                .. parameter
                    .Values.Where(v => v.To is null || v.To > last)
                    .Select(v => v.From > last ? v : v with { From = last.AddDays(1), InForceAtLatest = false }),
            ];
        return parameter with { Values = [.. before, added, .. after] };
    }

    private static Refusal Unfit(string why) => new("regulation.unfit", why);
}
