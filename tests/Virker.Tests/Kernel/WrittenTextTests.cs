using Virker.Tests.Support;
using System.Text;
using Virker.Demo;
using Virker.Kernel;

namespace Virker.Tests.Kernel;

/// <summary>Two texts that look alike are alike, and a name is found without its accents.</summary>
public sealed class WrittenTextTests
{
    [Theory]
    [InlineData("A\u030Ase Aagaard", "Åse Aagaard")]
    [InlineData("Åse\u00A0Aagaard", "Åse Aagaard")]
    [InlineData("\uFEFFÅse\u200B Aag\u00ADaard\u2060", "Åse Aagaard")]
    [InlineData("  Åse\u2009Aagaard \t", "Åse Aagaard")]
    [InlineData("Åse\u0000 Aagaard\u0007", "Åse Aagaard")]
    [InlineData("Åse \u202EAagaard\u202C", "Åse Aagaard")]
    [InlineData("Åse\tAagaard", "Åse Aagaard")]
    public void Looks_alike_is_alike(string written, string kept) => WrittenText.Line(written).ShouldBe(kept);

    [Fact]
    public void Lines_end_in_one_way_and_tabs_part_cells() =>
        WrittenText.Clean("\r\n en\r\nto\rtre\u2028fire\n\ta\tb\n").ShouldBe("en\nto\ntre\nfire\n\ta\tb");

    [Theory]
    [InlineData("👩‍👩‍👧")]
    [InlineData("می‌خواهم")]
    [InlineData("❤️")]
    public void What_joins_letters_of_other_scripts_and_pictures_stays(string text) =>
        WrittenText.Clean(text).ShouldBe(text.Normalize(NormalizationForm.FormC));

    [Theory]
    [InlineData("Rene", "René Hansen")]
    [InlineData("René", "Rene Hansen")]
    [InlineData("Aagaard", "Bo Ågård")]
    [InlineData("Ågård", "Bo Aagaard")]
    [InlineData("A\u030Agard", "Bo Aagard")]
    [InlineData("agard", "Bo Ågård")]
    [InlineData("Soren", "Søren Kjær")]
    [InlineData("Soeren", "Søren Kjær")]
    [InlineData("Sören", "Søren Kjær")]
    [InlineData("Kjaer", "Søren Kjær")]
    [InlineData("Muller", "Anna Müller")]
    [InlineData("Mueller", "Anna Müller")]
    [InlineData("Bjork", "Ida Björk")]
    [InlineData("lukasz", "Łukasz Woźniak")]
    [InlineData("wozniak", "Łukasz Woźniak")]
    [InlineData("andre", "André Æbelø")]
    [InlineData("ÆBELØ", "André Æbelø")]
    public void A_name_is_found_without_its_accents_and_with_the_other_spelling(string typed, string name)
    {
        var key = WrittenText.SearchKey(name);
        WrittenText.SearchPairs(typed).ShouldEachBe(w => key.Contains(w.Folded) || key.Contains(w.Small));
        WrittenText.Holds(WrittenText.SearchWords(typed), name).ShouldBeTrue();
    }

    [Theory]
    [InlineData("Aase", "Lasse Hansen")]
    [InlineData("Søren", "Soren Hansen")]
    public void Another_name_is_not(string typed, string name) =>
        WrittenText.Holds(WrittenText.SearchWords(typed), name).ShouldBeFalse();

    [Fact]
    public void A_number_that_lost_its_zero_is_known_with_it_again()
    {
        var whole = FictiveCpr.For(new(1980, 2, 4), man: true, 0);
        Cpr.WithLostZero(whole.Digits[1..]).ShouldBe(whole);
        Cpr.WithLostZero($"{whole.Digits[1..6]}-{whole.Digits[6..]}").ShouldBe(whole);
        Cpr.WithLostZero(whole.Digits).ShouldBeNull("ten digits have lost nothing");
        Cpr.WithLostZero($"99{whole.Digits[3..]}").ShouldBeNull("there is no such day");
    }
}
