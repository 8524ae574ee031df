using Virker.Kernel;

namespace Virker.Insight;

/// <summary>
/// One line of a spells file: person, municipality, benefit, target group, age, sex, first day, last day, whether it
/// still runs.
/// </summary>
internal static class SpellLine
{
    /// <summary>"1,101,1,1,0,1,2015-01-01,2015-01-01,0" has no shorter form.</summary>
    public const int Shortest = 34;

    private const int FirstYear = 1900;
    private const int Years = 201;

    private static readonly int[] MonthStart =
    [
        .. Enumerable
            .Range(0, (Years * 12) + 1)
            .Select(m => new DateOnly(FirstYear + (m / 12), (m % 12) + 1, 1).DayNumber),
    ];
    private static readonly byte[] MunicipalityOf = Municipalities();

    /// <summary>Adds the line to the block; else answers why it cannot be used.</summary>
    public static string? Read(ReadOnlySpan<byte> line, SpellBlock block)
    {
        var at = 0;
        var (person, municipality, benefit, group) = (
            Number(line, ref at),
            Number(line, ref at),
            Number(line, ref at),
            Number(line, ref at)
        );
        var (age, sex) = (Number(line, ref at), Number(line, ref at));
        if (person < 0 || municipality < 0 || benefit < 0 || group < 0 || age < 0 || sex < 0)
            return "Linjen skal have ni felter: seks tal, to datoer og 0 eller 1.";
        var (from, to) = (Day(line, ref at), Day(line, ref at));
        if (from < 0 || to < 0)
            return "Første og sidste dag skal være datoer (åååå-mm-dd).";
        if (at != line.Length - 1 || line[at] is not ((byte)'0' or (byte)'1'))
            return "Sidste felt skal være 0 (afsluttet) eller 1 (løbende).";
        if (municipality >= MunicipalityOf.Length || MunicipalityOf[municipality] == 0)
            return $"{municipality} er ikke en kommunes kode.";
        if (benefit is < 1 or > 15)
            return $"{benefit} er ikke en ydelse (1-15).";
        if (group is < 1 or > 13)
            return $"{group} er ikke en målgruppe (1-13).";
        if (sex is not (1 or 2))
            return "Køn skal være 1 eller 2.";
        if (age > 150)
            return $"{age} er ikke en alder.";
        if (to < from)
            return "Forløbet slutter, før det begynder.";
        var i = block.Count++;
        (block.Person[i], block.From[i], block.To[i], block.Line[i]) = (
            person,
            from,
            line[at] == '1' ? FactTable.Open : to,
            block.Lines
        );
        (block.Municipality[i], block.Benefit[i], block.Group[i], block.Sex[i], block.Age[i]) = (
            MunicipalityOf[municipality],
            (byte)benefit,
            (byte)group,
            (byte)sex,
            (byte)age
        );
        return null;
    }

    /// <summary>A whole number that ends with a comma; -1 where there is none.</summary>
    private static int Number(ReadOnlySpan<byte> line, ref int at)
    {
        var value = 0L;
        for (var start = at; at < line.Length; at++)
        {
            var digit = line[at] - '0';
            if ((uint)digit <= 9 && value <= int.MaxValue / 10) value = (value * 10) + digit;
            else if (line[at++] == ',' && at - 1 > start && value <= int.MaxValue) return (int)value;
            else return -1;
        }

        return -1;
    }

    /// <summary>A date that ends with a comma, as day number; -1 where there is none.</summary>
    private static int Day(ReadOnlySpan<byte> line, ref int at)
    {
        if (at + 11 > line.Length || line[at + 4] != '-' || line[at + 7] != '-' || line[at + 10] != ',') return -1;
        var date = line.Slice(at, 10);
        at += 11;
        var year =
            (Digit(date, 0) * 1000) + (Digit(date, 1) * 100) + (Digit(date, 2) * 10) + Digit(date, 3) - FirstYear;
        var (month, day) = ((Digit(date, 5) * 10) + Digit(date, 6), (Digit(date, 8) * 10) + Digit(date, 9));
        if ((uint)year >= Years || month is < 1 or > 12 || day < 1) return -1;
        var start = MonthStart[(year * 12) + month - 1];
        return start + day - 1 < MonthStart[(year * 12) + month] ? start + day - 1 : -1;
    }

    /// <summary>What is not a digit makes the whole number fall outside.</summary>
    private static int Digit(ReadOnlySpan<byte> text, int at) =>
        (uint)(text[at] - '0') is var digit && digit <= 9 ? (int)digit : -100_000;

    private static byte[] Municipalities()
    {
        var numbers = new byte[1000];
        foreach (var value in Places.Municipality.Values.Where(v => v.Parent is not null))
            numbers[WrittenNumber.Code(value.Key)!.Value] = (byte)value.Number;
        return numbers;
    }
}
