using System.Text.RegularExpressions;
using Virker.Demo;
using Virker.Kernel;

namespace Virker.Tests.Structure;

/// <summary>
/// What no file of the repository says: things to do later, where somebody's machine keeps things, real people's
/// numbers.
/// </summary>
public sealed partial class TextTests
{
    [Fact]
    public void Nothing_is_put_off_in_a_comment() =>
        Wall.Holds(
            Found(
                f =>
                    f.Is(".cs")
                    || f.Is(".razor")
                    || f.Is(".sql")
                    || f.Is(".md")
                    || f.Is(".js")
                    || f.Is(".mjs")
                    || f.Is(".scss"),
                PutOff(),
                "puts something off"
            )
        );

    [Fact]
    public void No_machine_and_no_registry_is_named() =>
        Wall.Holds([
            .. Found(_ => true, Machine(), "names a machine's folder"),
            .. Found(_ => true, Registry(), "names a registry"),
        ]);

    [Fact]
    public void Every_CPR_number_can_belong_to_nobody() =>
        Wall.Holds(Repository.Files.Where(f => f.IsText).SelectMany(f => RealNumbers(f.Path, f.Text())));

    [Fact]
    public void Pages_hold_no_script_or_style_of_their_own() =>
        Wall.Holds(Found(f => f.Is(".razor"), Inline(), "has script or style inline"));

    [Fact]
    public void Each_wall_falls_for_a_seeded_violation()
    {
        Matches("a.cs", "// TO" + "DO later", PutOff(), "x").ShouldHaveSingleItem();
        Matches("a.cs", "var path = \"/ho" + "me/somebody/virker\";", Machine(), "x").ShouldHaveSingleItem();
        Matches("package-lock.json", "\"version\": \"https://registry.np" + "mjs.org/dkfds\"", Registry(), "x")
            .ShouldHaveSingleItem();
        foreach (
            var inline in new[]
            {
                "<p style=\"color:red\">",
                "<script>go()</script>",
                "<a onclick=\"go()\">",
                "<style>p{}</style>",
            }
        )
            Matches("a.razor", inline, Inline(), "x").ShouldHaveSingleItem();
        foreach (
            var clean in new[]
            {
                "<form @onsubmit=\"Send\">",
                "<script src=\"/lib/virker.js\" type=\"module\"></script>",
            }
        )
            Matches("a.razor", clean, Inline(), "x").ShouldBeEmpty();
        RealNumbers("a.cs", "\"020280" + "-1234\"").ShouldHaveSingleItem();
    }

    private static IEnumerable<string> Found(Func<RepositoryFile, bool> which, Regex pattern, string problem) =>
        Repository.Files.Where(f => f.IsText && which(f)).SelectMany(f => Matches(f.Path, f.Text(), pattern, problem));

    private static IEnumerable<string> Matches(string path, string text, Regex pattern, string problem) =>
        pattern.Matches(text).Select(m => $"{path}:{text.AsSpan(0, m.Index).Count('\n') + 1} {problem}: {m.Value}");

    private static IEnumerable<string> RealNumbers(string path, string text) =>
        CprLike()
            .Matches(text)
            .Where(m => Cpr.TryParse(m.Value, out var cpr) && !FictiveCpr.CanBelongToNobody(cpr.Value))
            .Select(m =>
                $"{path}:{text.AsSpan(0, m.Index).Count('\n') + 1} holds {m.Value[..6]}-…, which may be somebody's CPR number"
            );

    [GeneratedRegex(@"\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK|XX" + @"X)\b")]
    private static partial Regex PutOff();

    [GeneratedRegex(
        @"(?<![\w.:/])/(wo" + @"rk|ho" + @"me|Us" + @"ers|ro" + @"ot)/[\w.-]+|[A-Z]:\\(Us" + @"ers|wo" + @"rk)\\"
    )]
    private static partial Regex Machine();

    [GeneratedRegex(@"registry\.np" + @"mjs|registry\.yarn" + @"pkg|api\.nu" + @"get\.org|""resol" + @"ved""\s*:")]
    private static partial Regex Registry();

    [GeneratedRegex(@"(?<![\w-.])\d{6}[- ]?\d{4}(?![\w-])")]
    private static partial Regex CprLike();

    [GeneratedRegex(@"<script(?![^>]*\bsrc=)[^>]*>|<style\b|<[^>@]*\sstyle=|<[a-z][^>]*\son[a-z]+=""(?!@)")]
    private static partial Regex Inline();
}
