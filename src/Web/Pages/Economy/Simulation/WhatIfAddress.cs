using System.Globalization;
using Virker.Economy;
using Virker.Kernel;

namespace Virker.Web;

/// <summary>What stands in the address of a simulation, as people wrote it, and what it means.</summary>
public sealed record WhatIfAddress(string? Parameter, string? Value, string? On, string? From, string? To, string? ConversationPrice, string? HourlyWage)
{
    public bool IsAsked => !string.IsNullOrWhiteSpace(Parameter) && (!string.IsNullOrWhiteSpace(Value) || !string.IsNullOrWhiteSpace(On));

    public string Query => string.Join('&', Parts.Where(p => !string.IsNullOrWhiteSpace(p.Value)).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));

    private IEnumerable<(string Name, string? Value)> Parts =>
        [("parameter", Parameter), ("vaerdi", Value), ("lov", On), ("fra", From), ("til", To), ("samtalepris", ConversationPrice), ("timeloen", HourlyWage)];

    public static WhatIfAddress Of(IQueryCollection query) =>
        new(query["parameter"], query["vaerdi"], query["lov"], query["fra"], query["til"], query["samtalepris"], query["timeloen"]);

    /// <param name="ruleOf">The rule that a parameter's name belongs to.</param>
    public Outcome<WhatIf> Read(Func<string, string?> ruleOf)
    {
        var (value, price, wage) = (Number(Value, "vaerdi"), Number(ConversationPrice, "samtalepris"), Number(HourlyWage, "timeloen"));
        var (on, from, to) = (Day(On, "lov"), Day(From, "fra"), Day(To, "til"));
        if ((value.Refusal ?? price.Refusal ?? wage.Refusal ?? on.Refusal ?? from.Refusal ?? to.Refusal) is { } refusal) return refusal;
        var set = value.Value is { } assumed ? new Dictionary<string, decimal> { [Parameter ?? ""] = assumed } : [];
        return new WhatIf(ruleOf(Parameter ?? ""), set, on.Value) { From = from.Value, To = to.Value, ConversationPrice = price.Value, HourlyWage = wage.Value };
    }

    private static Outcome<DateOnly?> Day(string? text, string field) =>
        string.IsNullOrWhiteSpace(text) ? (DateOnly?)null : Danish.ReadDate(text, field).Match<Outcome<DateOnly?>>(day => (DateOnly?)day, refusal => refusal);

    private static Outcome<decimal?> Number(string? text, string field) => string.IsNullOrWhiteSpace(text) ? (decimal?)null
        : decimal.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, Danish.Culture, out var number) ? number
        : new Refusal("number.unreadable", $"»{text.Trim()}« er ikke et tal. Skriv for eksempel 60 eller 28,66.", Field: field);
}
