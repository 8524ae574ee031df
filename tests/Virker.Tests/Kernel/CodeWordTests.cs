using System.Text.Json;
using Virker.Kernel;
using Virker.Tests.Structure;
using Virker.Tests.Support;
using Virker.Web;

namespace Virker.Tests.Kernel;

/// <summary>A word is its code where it is stored and Danish where it is read, and no other code is a word.</summary>
public sealed class CodeWordTests
{
    private static readonly DateOnly Day = new(2024, 4, 2);

    private static readonly JsonSerializerOptions Json = new() { Converters = { new CodeWordJson() } };

    [Fact]
    public void Words_stand_in_the_order_that_they_are_written_in_and_are_found_by_their_code()
    {
        Season.All.ShouldBe([Season.Summer, Season.Winter]);
        Season.Of("vinter").ShouldBe(Season.Winter);
        Season.Of("efteraar").ShouldBeNull();
        Season.Of(null).ShouldBeNull();
        Should.Throw<InvalidOperationException>(() => Season.Stored("efteraar"));
        new[] { Season.Winter, null, Season.Summer }.Order().ShouldBe([null, Season.Summer, Season.Winter]);
        (Season.Winter.Text, Season.Winter.Lower, $"{Season.Winter}").ShouldBe(("Vinter", "vinter", "vinter"));
    }

    [Fact]
    public void In_JSON_it_is_its_code_and_an_unknown_one_is_refused()
    {
        JsonSerializer.Serialize(Season.Summer, Json).ShouldBe("\"sommer\"");
        JsonSerializer.Deserialize<Season>("\"sommer\"", Json).ShouldBe(Season.Summer);
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Season>("\"efteraar\"", Json));
    }

    [Fact]
    public void A_form_refuses_what_is_no_choice_with_the_fields_own_sentence_and_reads_on()
    {
        var read = new FieldReading(Day);
        read.Word<Season>("vinter", "Season", "Vælg årstiden.").ShouldBe(Season.Winter);
        read.WordIfAny<Season>("", "Season", "Vælg årstiden.").ShouldBeNull();
        read.Words<Season>(["sommer", "vinter"], "Season", "Vælg årstiden.").Count.ShouldBe(2);
        read.Refusal.ShouldBeNull();
        read.Word<Season>("efteraar", "Season", "Vælg årstiden.").ShouldBe(Season.Summer);
        (read.Refusal!.Text, read.Refusal.Field).ShouldBe(("Vælg årstiden.", "Season"));
    }

    /// <summary>Each word: a code in ASCII that no other of its kind has, and a text that begins big.</summary>
    [Fact]
    public void Every_kind_of_word_has_codes_in_ASCII_and_words_that_can_be_read()
    {
        var kinds = Modules.Types().Where(t => !t.IsAbstract && t.IsAssignableTo(typeof(ICodeWord))).ToList();
        kinds.Count.ShouldBeGreaterThan(30);
        foreach (var kind in kinds)
        {
            var words = (IReadOnlyList<ICodeWord>)
                typeof(CodeWord<>).MakeGenericType(kind).GetProperty("All")!.GetValue(null)!;
            words.Count.ShouldBeGreaterThan(1, kind.Name);
            words.Select(w => w.Code).ShouldBeUnique(kind.Name);
            words.ShouldEachBe(w => w.Code.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'), kind.Name);
            words.ShouldEachBe(w => w.Text.Length > 1 && !char.IsLower(w.Text[0]), kind.Name);
        }
    }

    private sealed record Season : CodeWord<Season>
    {
        public static readonly Season Summer = new("sommer", "Sommer");
        public static readonly Season Winter = new("vinter", "Vinter");

        private Season(string code, string text) : base(code, text)
        {
        }
    }
}
