using Virker.Tests.Support;
using System.Text.Json;
using System.Text.RegularExpressions;
using Virker.Platform;
using Virker.Targets;
using Virker.Tests.Structure;

namespace Virker.Tests.Targets;

/// <summary>
/// Plans of other municipalities with answers written by hand, the published plan where it lies beside the repository,
/// and single targets.
/// </summary>
public sealed partial class PlanReadingTests
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private static readonly string Folder = Path.Combine(
        Repository.Root,
        "tests/Virker.Tests/Targets/Reading/Fixtures"
    );

    public static TheoryData<string> Plans =>
        [
            .. Directory
                .GetFiles(Folder, "*.txt")
                .Select(f => Path.GetFileNameWithoutExtension(f)!)
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Plans))]
    public void Reads_what_is_printed_and_invents_nothing(string name) =>
        Facts(Answer(Path.Combine(Folder, name + ".txt")))
            .ShouldBe(Facts(JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, name + ".json"))).RootElement));

    [Fact]
    public void The_published_plan_is_read_without_a_fault()
    {
        if (Beside.File("documents", "001_", ".txt") is not { } plan || Beside.File("gold", "001.json") is not { } gold)
            return;
        Facts(Answer(plan)).ShouldBe(Facts(JsonDocument.Parse(File.ReadAllText(gold)).RootElement));
    }

    [Theory]
    [InlineData("Andelen er max 0,1 procentpoint højere end landsgennemsnittet", "<=", null, "procentpoint", 0.1)]
    [InlineData("Andelen ligger mindst 1,5 procentpoint over landsgennemsnittet", ">=", null, "procentpoint", 1.5)]
    [InlineData("Andelen skal være højst 2 procentpoint under landsgennemsnittet", ">=", null, "procentpoint", -2.0)]
    [InlineData("Andelen skal minimum være på niveau med landsgennemsnittet", ">=", null, null, 0.0)]
    [InlineData("Andelen er under landsgennemsnittet", "<", null, null, 0.0)]
    [InlineData("Frafaldet skal som minimum reduceres til regionens gennemsnit (7%)", "<=", 7.0, "pct.", null)]
    [InlineData("Antallet af borgere skal øges fra 40 til 55", ">=", 55.0, "borgere", null)]
    [InlineData("Ledigheden skal ned på 3,5 procent", "<=", 3.5, "pct.", null)]
    [InlineData("Over 200 virksomheder deltager", ">", 200.0, "virksomheder", null)]
    [InlineData("Sagsbehandlingstiden må ikke overstige 14 dage", "<=", 14.0, "dage", null)]
    [InlineData("Højst 50 borgere er på ydelsen i over 26 uger", "<=", 50.0, "borgere", null)]
    [InlineData("Sygefraværet skal sænkes", "decrease", null, null, null)]
    [InlineData("Antallet af partnerskabsvirksomheder er 300 i 2025", ">=", 300.0, "virksomheder", null)]
    public void A_target_says_how_much_and_which_way(
        string text,
        string comparator,
        double? value,
        string? unit,
        double? offset
    )
    {
        var read = MeasureBullet.Read(new ListEntry(1, null, text, text), 1, "M").ShouldHaveSingleItem();

        (read.Comparator, read.Value, read.Unit, read.Offset).ShouldBe(
            (comparator, (decimal?)value, unit, (decimal?)offset)
        );
    }

    [Fact]
    public void A_file_that_is_no_plan_is_refused() =>
        PlanReader
            .Read(SourceReader.Read("Kære borger\n\nTak for din henvendelse.\n"u8.ToArray()).Value)
            .Refusal!.Code.ShouldBe("plan.no-plan");

    [Fact]
    public void A_target_below_today_is_kept_with_a_note()
    {
        var plan = PlanReader
            .Read(
                SourceReader
                    .Read(
                        "Beskæftigelsesplan 2025\n\nUnge\n\nDET MÅLER VI PÅ\n\n- Mindst 55% er i job. I dag er det 58%.\n"u8.ToArray()
                    )
                    .Value
            )
            .Value;

        plan.Themes.ShouldHaveSingleItem().Measures.ShouldHaveSingleItem().Baseline.ShouldBe(58m);
        plan.Notes.ShouldContain(n => n.Code == "target_already_met");
    }

    private static JsonElement Answer(string path) =>
        JsonSerializer.SerializeToElement(PlanReader.ReadFile(path).Value, Web);

    /// <summary>What counts, as sentences; order within the plan counts too.</summary>
    private static List<string> Facts(JsonElement plan)
    {
        var document = Get(plan, "document");
        var facts = new List<string>
        {
            $"{Text(Get(document, "title"))} {Text(Get(document, "periodFrom"))}-{Text(Get(document, "periodTo"))}",
        };
        facts.AddRange(
            Items(Get(plan, "nationalGoals")).Select(g => $"goal {Text(Get(g, "number"))} {Text(Get(g, "text"))}")
        );
        foreach (var theme in Items(Get(plan, "themes")))
        {
            facts.Add(
                $"theme {Text(Get(theme, "title"))}: {string.Join(',', Items(Get(theme, "nationalGoals")).Select(Text))}"
            );
            facts.AddRange(Items(Get(theme, "measures")).Select(Measure));
        }

        facts.AddRange(Items(Get(plan, "guidingMarks")).Select(m => $"mark {Text(Get(m, "title"))}"));
        return facts;
    }

    private static string Measure(JsonElement m) =>
        $"{Text(Get(m, "text")).TrimEnd('.')} | {Text(Get(m, "comparator"))} {Text(Get(m, "value"))} {Text(Get(m, "unit"))} | {Text(Get(Get(m, "reference"), "kind"))} {Text(Get(m, "offset"))} | "
        + $"{Text(Get(m, "deadline"))} | {Text(Get(m, "baseline"))} {Text(Get(m, "baselineDate"))} | {(Text(Get(m, "parent")).Length > 0 ? "part" : "")}";

    private static JsonElement Get(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) ? value : default;

    private static IEnumerable<JsonElement> Items(JsonElement of) =>
        of.ValueKind == JsonValueKind.Array ? of.EnumerateArray() : [];

    private static string Text(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => Residue().Replace(value.GetString()!, " ").Trim(' ', '-', '•'),
            JsonValueKind.Number => value
                .GetDecimal()
                .ToString("0.####", System.Globalization.CultureInfo.InvariantCulture),
            _ => "",
        };

    [GeneratedRegex(@"(?:<[^>]+>|\*+|\s)+")]
    private static partial Regex Residue();
}
