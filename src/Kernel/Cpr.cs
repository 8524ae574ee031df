using System.Diagnostics.CodeAnalysis;

namespace Virker.Kernel;

/// <summary>
/// A Danish personal number: ten digits, day, month, two-digit year and a running number whose first digit tells the
/// century. Never printed whole by accident: <see cref="ToString"/> masks it; <see cref="Digits"/> is for storage and
/// for the one field that may show it. Numbers given out since 2007 need not pass the modulus 11 check, so it is told
/// (<see cref="PassesModulus11"/>) and not demanded.
/// </summary>
public readonly record struct Cpr
{
    private static readonly int[] Weights = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

    private readonly string? _digits;

    private Cpr(string digits, DateOnly born) => (_digits, Born) = (digits, born);

    public DateOnly Born { get; }

    /// <summary>The ten digits. Never in an address, a log, a metric or a file name.</summary>
    public string Digits => _digits ?? throw new InvalidOperationException("No CPR number.");

    public bool PassesModulus11 => Digits.Zip(Weights, (digit, weight) => (digit - '0') * weight).Sum() % 11 == 0;

    /// <summary>The last digit of a man's number is odd.</summary>
    public bool IsMan => (Digits[9] - '0') % 2 == 1;

    public static bool TryParse(string? text, [NotNullWhen(true)] out Cpr? cpr)
    {
        cpr = null;
        var digits = Digited(text);
        if (digits is not { Length: 10 } || !digits.All(char.IsAsciiDigit) || BornOn(digits) is not { } born)
            return false;
        cpr = new Cpr(digits, born);
        return true;
    }

    /// <summary>"120485-••••": what a birth date tells of a CPR number, the rest kept sealed.</summary>
    public static string Masked(DateOnly born) => $"{born:ddMMyy}-••••";

    public static Outcome<Cpr> Parse(string? text) =>
        TryParse(text, out var cpr) ? cpr.Value
        : new Refusal("cpr.invalid", "CPR-nummeret skal have ti cifre og begynde med en fødselsdato.");

    /// <summary>
    /// A number whose first zero a spreadsheet has taken off (nine digits) with the zero again; null for any other
    /// text. It is asked about with the person found, never taken.
    /// </summary>
    public static Cpr? WithLostZero(string? text) =>
        Digited(text) is { Length: 9 } nine && TryParse($"0{nine}", out var cpr) ? cpr : null;

    /// <summary>The birth date, masked running number: "010165-••••".</summary>
    public override string ToString() => _digits is null ? "" : $"{_digits[..6]}-••••";

    private static string Digited(string? text) =>
        string.Concat(WrittenText.Line(text).Where(c => c is not (' ' or '-' or '–' or '‑' or '‐' or '−')));

    /// <summary>The century follows from the seventh digit and the year, by the CPR office's table.</summary>
    private static DateOnly? BornOn(string digits)
    {
        int day = int.Parse(digits[..2]), month = int.Parse(digits[2..4]), year = int.Parse(digits[4..6]);
        var century = (digits[6] - '0', year) switch
        {
            ( <= 3, _) => 1900,
            (4 or 9, <= 36) => 2000,
            (4 or 9, _) => 1900,
            ( >= 5 and <= 8, <= 57) => 2000,
            _ => 1800,
        };
        return month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(century + year, month)
            ? null : new DateOnly(century + year, month, day);
    }
}
