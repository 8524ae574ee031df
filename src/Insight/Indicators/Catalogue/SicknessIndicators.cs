namespace Virker.Insight;

internal static class SicknessIndicators
{
    private static readonly FactSet Sick = Sets.Benefit("sygedagpenge");

    public static IReadOnlyList<Indicator> All =>
    [
        new("sygedagpenge.andel", "Sygemeldte i pct. af befolkningen 16-66 år", "pct.", 1, new Ratio(new FullTime(Sick.Aged(16, 66)), new FullTime(Sets.Residents)))
        {
            Definition = "Fuldtidspersoner på sygedagpenge som andel af de 16-66-årige i kommunen.",
            Formula = "Dage på sygedagpenge / dage med bopæl i kommunen, for de 16-66-årige i perioden, gange 100.",
            Source = Sets.RegisterSource, OfficialTable = "jobindsats Y07A02", Decimals = 2, Words = ["andel", "sygemeldte", "borgere", "sygedagpenge", "sygefravær"],
        },
        new("sygedagpenge.delvis-raskmeldt", "Delvist raskmeldte af de sygemeldte", "pct.", 1, new Ratio(
            new Group(new Present(Sick, Presence.AtEnd) & new Present(new FactSet(StandardFacts.PartialReturn), Presence.AtEnd)), new Heads(Sick, Presence.AtEnd)))
        {
            Definition = "Andel af de sygemeldte på sygedagpenge, der på periodens sidste dag er delvist raskmeldt.",
            Formula = "Personer på sygedagpenge og delvist raskmeldt på sidste dag / personer på sygedagpenge på sidste dag, gange 100.",
            Source = "Kommunens sygedagpengesager", Decimals = 1, Words = ["delvist", "delvis", "raskmeldte", "raskmelding", "sygemeldte"],
        },
    ];
}
