using Virker.Casework;

namespace Virker.Tests.Casework;

public sealed class DanishStemTests
{
    [Theory]
    [InlineData("samtale", "samtalen", "samtaler", "samtalerne", "samtalens", "samtalernes")]
    [InlineData("sag", "sagen", "sager", "sagerne", "sagens")]
    [InlineData("borger", "borgeren", "borgere", "borgerne", "borgerens", "borgernes")]
    [InlineData("job", "jobbet", "jobs", "jobbene", "jobbets")]
    [InlineData("plan", "planen", "planer", "planerne", "planens")]
    [InlineData("møde", "mødet", "møder", "møderne")]
    [InlineData("virksomhed", "virksomheden", "virksomheder", "virksomhederne", "virksomhedens")]
    [InlineData("støtte", "støtten", "støtter", "støttende", "støttet", "støttes")]
    [InlineData("indsats", "indsatsen", "indsatser", "indsatserne")]
    [InlineData("proces", "processen", "processer", "processens")]
    [InlineData("budget", "budgettet", "budgetter", "budgetterne")]
    [InlineData("arbejde", "arbejder", "arbejdede", "arbejdet", "arbejdende", "arbejdes")]
    [InlineData("hurtig", "hurtigt", "hurtige", "hurtigere", "hurtigst", "hurtigste")]
    [InlineData("kontrakt", "kontrakten", "kontrakter", "kontrakternes")]
    [InlineData("indkalde", "indkaldelse", "indkaldelsen", "indkaldelserne", "indkalder")]
    [InlineData("arbejdsløs", "arbejdsløst", "arbejdsløse")]
    [InlineData("butik", "butikken", "butikker", "butikkerne")]
    [InlineData("sygdom", "sygdommen", "sygdomme", "sygdommene")]
    public void The_forms_of_a_word_have_one_stem(params string[] forms) =>
        forms
            .Select(DanishStem.Of)
            .Distinct()
            .ShouldHaveSingleItem(string.Join(", ", forms.Select(f => $"{f}: {DanishStem.Of(f)}")));

    [Fact]
    public void Other_words_have_other_stems()
    {
        string[] words =
        [
            "samtale",
            "samtykke",
            "sag",
            "sats",
            "plan",
            "plads",
            "job",
            "jord",
            "møde",
            "mode",
            "støtte",
            "start",
            "kunst",
            "kunde",
            "syg",
            "sygdom",
            "virksom",
            "virksomhed",
            "ledig",
            "leder",
            "budget",
            "bude",
        ];
        words.GroupBy(DanishStem.Of).Where(g => g.Count() > 1).Select(g => string.Join(" og ", g)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("en")]
    [InlineData("ses")]
    [InlineData("krs")]
    public void A_word_without_a_syllable_to_spare_is_left(string word) => DanishStem.Of(word).ShouldBe(word);
}
