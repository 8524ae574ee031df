using Virker.Kernel;

namespace Virker.Insight;

/// <summary>
/// Reads a DREAM-like file into a file of columns: weeks in a row with the same code are one spell, from the first
/// week's Monday to the last one's Sunday. Lines that cannot be used are given back with line and reason.
/// </summary>
public sealed class WeeklyReader(Action<RejectedRow> reject, Action<long>? progress = null)
{
    private const int PersonsAtATime = 20_000;

    private int[] _mondays = [];
    private int _person = -1;
    private int _subject = -1;

    /// <summary>Answers how many lines the file had beside the heading.</summary>
    public long Read(TextReader file, FactFileWriter writer)
    {
        _mondays = Weeks((file.ReadLine() ?? "").Split(';'));
        var lines = 0L;
        var group = new FactTableBuilder(writer.Declaration);
        for (var line = file.ReadLine(); line is not null; line = file.ReadLine())
        {
            lines++;
            if (Take(line.Split(';'), group, writer) is { } wrong)
                reject(new(lines + 1, wrong, line.Length > 200 ? line[..200] : line));
            if (lines % PersonsAtATime != 0)
                continue;
            writer.Write(group.Build());
            group = new(writer.Declaration);
            progress?.Invoke(lines);
        }

        writer.Write(group.Build());
        progress?.Invoke(lines);
        return lines;
    }

    private static int[] Weeks(string[] heading)
    {
        if (
            heading.Length <= WeeklyFile.Fixed.Length
            || !heading.Take(WeeklyFile.Fixed.Length).SequenceEqual(WeeklyFile.Fixed)
        )
            throw new FactException(
                $"Første linje skal begynde med {string.Join(';', WeeklyFile.Fixed)} og derefter have en kolonne for hver uge (y_ÅÅUU)."
            );
        var mondays = heading
            .Skip(WeeklyFile.Fixed.Length)
            .Select(name =>
                WeeklyCodes.MondayOf(name) ?? throw new FactException($"Kolonnen {name} er ikke en uge (y_ÅÅUU).")
            )
            .ToArray();
        for (var i = 1; i < mondays.Length; i++)
        {
            if (mondays[i] != mondays[i - 1] + 7)
                throw new FactException(
                    $"Ugerne skal følge hinanden; det gør de ikke ved {heading[WeeklyFile.Fixed.Length + i]}."
                );
        }

        return mondays;
    }

    private string? Take(string[] fields, FactTableBuilder group, FactFileWriter writer)
    {
        if (fields.Length != WeeklyFile.Fixed.Length + _mondays.Length)
            return $"Linjen har {fields.Length} felter; overskriften har {WeeklyFile.Fixed.Length + _mondays.Length}.";
        if (Number(fields[0]) is not { } person)
            return "Personens nummer mangler.";
        if (person <= _person)
            return "Filen skal være sorteret efter person, med én linje for hver.";
        if (!Places.Municipality.Has(fields[1]) || fields[1].Length != 3)
            return $"{fields[1]} er ikke en kommunes kode.";
        if (Number(fields[2]) is not (1 or 2))
            return "Køn skal være 1 eller 2.";
        if (Number(fields[3]) is not { } age || age > 150)
            return $"{fields[3]} er ikke en alder.";
        if (Number(fields[4]) is not (>= 1 and <= 13))
            return $"{fields[4]} er ikke en målgruppe (1-13).";
        var codes = fields
            .Skip(WeeklyFile.Fixed.Length)
            .Select(f =>
                f.Length == 0 ? 0
                : Number(f) is >= 1 and <= 15 and var code ? code
                : -1
            )
            .ToArray();
        if (Array.IndexOf(codes, -1) is >= 0 and var wrong)
            return $"{fields[WeeklyFile.Fixed.Length + wrong]} er ikke en ydelse (1-15), i {WeeklyCodes.NameOf(_mondays[wrong])}.";
        _person = person;
        if (codes.All(c => c == 0)) return null;
        _subject++;
        writer.WriteKey(person);
        Spells(group, codes, (Places.Municipality[fields[1]], Number(fields[2])!.Value, age, Number(fields[4])!.Value));
        return null;
    }

    /// <summary>
    /// A run that reaches the last week may still go on: the file cannot know, so it is taken as running.
    /// </summary>
    private void Spells(FactTableBuilder group, int[] codes, (int Municipality, int Sex, int Age, int Group) person)
    {
        int? born = null;
        for (var week = 0; week < codes.Length;)
        {
            var end = week;
            while (end < codes.Length && codes[end] == codes[week]) end++;
            if (codes[week] > 0)
            {
                born ??= DateOnly.FromDayNumber(_mondays[week]).Year - person.Age;
                group
                    .Spell(_subject, _mondays[week], end == codes.Length ? FactTable.Open : _mondays[end - 1] + 6)
                    .Set(SpellRegister.Municipality, person.Municipality)
                    .Set(SpellRegister.Benefit, codes[week])
                    .Set(SpellRegister.TargetGroup, person.Group)
                    .Set(SpellRegister.Sex, person.Sex)
                    .Set(SpellRegister.Age, Math.Max(0, DateOnly.FromDayNumber(_mondays[week]).Year - born.Value));
            }

            week = end;
        }
    }

    private static int? Number(string text) => WrittenNumber.Code(text);
}
