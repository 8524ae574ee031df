using Virker.Committee;

namespace Virker.Tests.Committee;

public sealed class PaperSearchTests
{
    private static readonly PublishedItem Item = new(default, 3, null, "Status på voksenlærlinge", "O")
    {
        Sections =
        [
            new(
                "case_content",
                "Sagens indhold",
                $"{new string('a', 200)} Der er brugt 1.234.567 kr. i år, og det er mere end sidste år."
            ),
        ],
        Tables = [new("Forbrug", ["2022", "2023"], [new("Voksenlærlinge", ["53", "12.096"])])],
    };

    [Theory]
    [InlineData("12096", "Forbrug: Voksenlærlinge 2022 53, 2023 12096")]
    [InlineData("12.096", "Forbrug: Voksenlærlinge 2022 53, 2023 12096")]
    [InlineData("1234567", "… Der er brugt 1234567 kr. i år, og det er mere end sidste år.")]
    [InlineData("VOKSENLÆRLINGE 53", "Status på voksenlærlinge")]
    [InlineData("voksenlærlinge 99", null)]
    [InlineData("", null)]
    public void Numbers_in_tables_are_found_with_the_words_around_them(string words, string? excerpt) =>
        PaperSearch.Of(words).Excerpt(PaperSearch.Words(Item)).ShouldBe(excerpt);
}
