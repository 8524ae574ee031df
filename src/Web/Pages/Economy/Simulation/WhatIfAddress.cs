using Virker.Economy;
using Virker.Kernel;

namespace Virker.Web.Pages.Economy.Simulation;

/// <summary>What stands in the address of a simulation, as people wrote it, and what it means.</summary>
public sealed record WhatIfAddress(
    string? Parameter,
    string? Value,
    string? On,
    string? From,
    string? To,
    string? ConversationPrice,
    string? HourlyWage
)
{
    public bool IsAsked =>
        !string.IsNullOrWhiteSpace(Parameter) && (!string.IsNullOrWhiteSpace(Value) || !string.IsNullOrWhiteSpace(On));

    public string Query =>
        string.Join(
            '&',
            Parts
                .Where(p => !string.IsNullOrWhiteSpace(p.Value))
                .Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}")
        );

    private IEnumerable<(string Name, string? Value)> Parts =>
        [
            ("parameter", Parameter),
            ("vaerdi", Value),
            ("lov", On),
            ("fra", From),
            ("til", To),
            ("samtalepris", ConversationPrice),
            ("timeloen", HourlyWage),
        ];

    public static WhatIfAddress Of(IQueryCollection query) =>
        new(
            query["parameter"],
            query["vaerdi"],
            query["lov"],
            query["fra"],
            query["til"],
            query["samtalepris"],
            query["timeloen"]
        );

    /// <param name="ruleOf">The rule that a parameter's name belongs to.</param>
    public Outcome<WhatIf> Read(Func<string, string?> ruleOf, FieldReading read)
    {
        var (value, price, wage) = (
            read.NumberIfAny(Value, "vaerdi"),
            read.NumberIfAny(ConversationPrice, "samtalepris"),
            read.NumberIfAny(HourlyWage, "timeloen")
        );
        var (on, from, to) = (
            read.DateIfAny(On, "lov", DateWindow.Law),
            read.DateIfAny(From, "fra", DateWindow.Law),
            read.DateIfAny(To, "til", DateWindow.Law)
        );
        if (read.Refusal is { } refusal)
            return refusal;
        var set = value is { } assumed ? new Dictionary<string, decimal> { [Parameter ?? ""] = assumed } : [];
        return new WhatIf(ruleOf(Parameter ?? ""), set, on)
        {
            From = from,
            To = to,
            ConversationPrice = price,
            HourlyWage = wage,
        };
    }
}
