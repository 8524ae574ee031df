using System.Text.RegularExpressions;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>The forms in which a decision block says who was away; what is left of the block is the decision.</summary>
internal static partial class AbsenceForms
{
    /// <summary>
    /// The absent, those absent from the whole meeting in so many words, and the paragraphs that remain.
    /// </summary>
    public sealed record Result(
        List<PrintedPerson> Absent,
        List<PrintedPerson> WholeMeeting,
        List<(int Line, string Text)> Left
    );

    public static Result Part(IEnumerable<SourceLine> lines)
    {
        var result = new Result([], [], []);
        var awaits = Awaits.Nothing;
        var apologies = false;
        foreach (var line in lines)
        {
            var text = ReadableLines.Collapse(line.Text);
            if (text.Length == 0) continue;
            if (Label().Match(text) is { Success: true } label)
            {
                var names = text[label.Length..].Trim();
                awaits = names.Length > 0 ? Awaits.Nothing : label.Groups["list"].Success ? Awaits.List : Awaits.One;
                apologies = label.Value.Contains("afbud", StringComparison.OrdinalIgnoreCase);
                var known = result.Absent.Count;
                text = Behind(names, result);
                if (apologies) result.WholeMeeting.AddRange(result.Absent.Skip(known));
                if (text.Length == 0) continue;
            }

            if (awaits != Awaits.Nothing && Named(text, awaits, result))
            {
                if (apologies)
                    result.WholeMeeting.AddRange(
                        result.Absent.Except(result.WholeMeeting).TakeLast(People.List(text).Count)
                    );
                continue;
            }

            if (awaits == Awaits.One) awaits = Awaits.Nothing;
            var left = string.Join(' ', Sentences.Of(text).Where(s => !Sentence(s, result)));
            if (left.Length > 0) result.Left.Add((line.Number, left));
        }

        return result;
    }

    /// <summary>Takes the names behind the label; what follows them on the same line is the decision.</summary>
    private static string Behind(string names, Result result)
    {
        if (names.Length == 0 || None().IsMatch(names)) return "";
        var (end, known) = (0, result.Absent.Count);
        foreach (
            var member in People
                .WithParty(names)
                .OrderBy(m => m.Start)
                .TakeWhile(m => Separators().Replace(names[end..Math.Max(end, m.Start)], "").Trim().Length == 0)
        )
        {
            result.Absent.Add(new PrintedPerson(member.Name, member.Party));
            end = member.End;
        }

        var rest = names[end..].Trim(' ', ',', '.');
        var goesOn =
            end > 0 && rest.Length > 0 && char.IsLower(rest[0]) && !rest.StartsWith("og ", StringComparison.Ordinal);
        if (end > 0 && !goesOn && People.List(rest).Count == 0)
            return names[end..].TrimStart(' ', ',', '.');
        result.Absent.RemoveRange(known, result.Absent.Count - known);
        var people = goesOn || names.Length > 300 ? [] : People.List(names);
        if (people.Count * 2 < Separators().Split(names).Length) people = [];
        result.Absent.AddRange(people);
        return people.Count > 0 ? "" : names;
    }

    private enum Awaits
    {
        Nothing,
        One,
        List,
    }

    private static bool Named(string text, Awaits awaits, Result result)
    {
        if (None().IsMatch(text)) return true;
        if (text.Length > 200 || text.EndsWith(':')) return false;
        var people = People.List(text);
        var names = Separators().Split(text).Count(p => p.Trim().Length > 0);
        if (people.Count == 0 || (people.Count < names && awaits == Awaits.One)) return false;
        result.Absent.AddRange(people);
        return true;
    }

    private static bool Sentence(string text, Result result)
    {
        if (DidNotTakePart().Match(text) is { Success: true } away)
        {
            var people = People.List(away.Groups["who"].Value);
            if (people.Count == 0) return false;
            result.Absent.AddRange(people);
            if (away.Groups["meeting"].Success) result.WholeMeeting.AddRange(people);
            return true;
        }

        if (Excuses().Match(text) is not { Success: true } excuse) return false;
        var names = People.List(excuse.Groups["who"].Value);
        result.Absent.AddRange(names);
        if (text.Contains("afbud", StringComparison.OrdinalIgnoreCase)) result.WholeMeeting.AddRange(names);
        return names.Count > 0 || None().IsMatch(excuse.Groups["who"].Value.Trim(' ', '.'));
    }

    [GeneratedRegex(
        @"^(?:(?:afbud|fraværende)(?:\s?/\s?(?:afbud|fraværende))?(?: fra| med afbud| uden afbud| i mødet| medlemmer)?\s*:|ikke til stede\s*:|fraværende(?=\s+\p{Lu})|(?<list>følgende (?:deltog ikke|var fraværende|medlemmer deltog ikke)[^:]{0,60}:?)$)\s*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Label();

    [GeneratedRegex(
        @"^(?<who>.{3,300}?)\s(?:deltog|deltager|medvirkede|var)\sikke\s(?:til stede\s)?(?:(?<meeting>i mødet|i udvalgets møde|til mødet)|i (?:behandlingen|sagens behandling|sagen|punktet|dette punkt).{0,60}|under (?:behandlingen|punktet|dette|sagen).{0,60}|i (?:dette|sagens|punktets).{0,60}|ved (?:behandlingen|punktet).{0,60})\s*\.?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex DidNotTakePart();

    [GeneratedRegex(
        @"^(?:(?<who>.{3,300}?)\s(?:var|er) fraværende.{0,60}|(?:der (?:var|er) )?(?:afbud fra|fraværende var)\s(?<who>.{3,300}?)|(?<who>.{3,300}?)\s(?:havde|har) (?:meldt |sendt )?afbud.{0,90}|(?<who>.{3,200}?)\sudeblev.{0,40}|(?:afbud|fraværende)\s*:\s*(?<who>.{3,300}?))\s*\.?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Excuses();

    [GeneratedRegex(
        @"^(?:ingen|-)(?: fraværende| afbud)?\.?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex None();

    [GeneratedRegex(@"[,;]|\sog\s", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();
}
