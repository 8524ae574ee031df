using System.Diagnostics.CodeAnalysis;

namespace Virker.Kernel;

/// <summary>A Danish company number: eight digits that pass the modulus 11 check.</summary>
public readonly record struct Cvr
{
    private static readonly int[] Weights = [2, 7, 6, 5, 4, 3, 2, 1];

    private readonly string? _digits;

    private Cvr(string digits) => _digits = digits;

    public string Digits => _digits ?? throw new InvalidOperationException("No CVR number.");

    public static bool TryParse(string? text, [NotNullWhen(true)] out Cvr? cvr)
    {
        cvr = null;
        var digits = WrittenText.Line(text).Replace(" ", "");
        if (digits.Length != 8 || !digits.All(char.IsAsciiDigit) || digits[0] == '0') return false;
        if (digits.Zip(Weights, (digit, weight) => (digit - '0') * weight).Sum() % 11 != 0) return false;
        cvr = new Cvr(digits);
        return true;
    }

    public static Outcome<Cvr> Parse(string? text) =>
        TryParse(text, out var cvr)
            ? cvr.Value
            : new Refusal("cvr.invalid", "CVR-nummeret skal have otte cifre og bestå kontrollen.");

    public override string ToString() => _digits ?? "";
}
