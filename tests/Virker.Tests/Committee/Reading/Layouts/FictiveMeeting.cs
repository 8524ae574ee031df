namespace Virker.Tests.Committee;

/// <summary>
/// One meeting that never was: what it holds is known, so every layout that prints it has its right answer beside it.
/// </summary>
internal sealed record FictiveMeeting(
    string Municipality,
    string Committee,
    DateOnly Date,
    string Start,
    string Place,
    IReadOnlyList<FictiveMember> Present,
    IReadOnlyList<FictiveMember> Absent,
    IReadOnlyList<FictiveItem> Items
)
{
    private static readonly string[] Municipalities = ["Havrebæk", "Lindholt", "Storskov", "Vestermark", "Engsund"];

    private static readonly string[] Committees =
    [
        "Arbejdsmarkedsudvalget",
        "Job- og Velfærdsudvalget",
        "Udvalget for Job og Læring",
        "Integrationsrådet",
        "Erhvervs-, Job- og Uddannelsesudvalget",
        "Handicaprådet",
        "Jobudvalget",
        "Udvalget for Børn, Unge og Job",
    ];

    private static readonly string[] Places =
    [
        "Lokale 4",
        "Mødelokale Ugle, Rådhuset",
        "Byrådssalen, Engsund Rådhus",
        "M2.14",
        "Kanalvej 2, mødelokale 0.21",
        "Det gule hus",
    ];

    private static readonly FictiveMember[] People =
    [
        new("Rikke Tang", "A"),
        new("Sune Brink", "V"),
        new("Ole Fugl", "O"),
        new("Lise Kær", "F"),
        new("Jan Dal", "C"),
        new("Pia Lindvig", "Ø"),
        new("Mads Holm Krogh", "B"),
        new("Aase Bjerre", "I"),
        new("Bo Ege-Nissen", "Æ"),
    ];

    /// <summary>The same number gives the same meeting.</summary>
    public static FictiveMeeting Of(int number)
    {
        var random = new Random(number * 7919);
        var people = People.OrderBy(_ => random.Next()).Take(6).ToList();
        var absent = people.Take(random.Next(0, 3)).ToList();
        var date = new DateOnly(2023, 1, 9).AddDays(random.Next(0, 900));
        var first = random.Next(3) switch { 0 => random.Next(12, 160), _ => 1 };
        var committee = Committees[number % Committees.Length];
        var items = FictiveCases
            .Draw(random, committee)
            .Select((c, i) => FictiveItem.Of(c, first + i, random, date, absent))
            .ToList();
        var start = $"{random.Next(8, 19):00}:{(random.Next(2) == 0 ? "00" : "30")}";
        return new(
            Municipalities[number % Municipalities.Length],
            committee,
            date,
            start,
            Places[random.Next(Places.Length)],
            [.. people.Except(absent)],
            absent,
            items
        );
    }
}

internal sealed record FictiveMember(string Name, string Party);

/// <summary>What a decision says, and the kind that it is.</summary>
internal sealed record FictiveDecision(string Text, string Kind);

internal sealed record FictiveItem(
    int Number,
    string Title,
    string Type,
    string CaseNo,
    string DocNo,
    string Theme,
    string Content,
    string? Economy,
    string By,
    IReadOnlyList<string> Points,
    FictiveDecision Decision,
    IReadOnlyList<FictiveMember> Away,
    IReadOnlyList<string> Attachments
)
{
    /// <summary>Who is away from the meeting is away from each item.</summary>
    public static FictiveItem Of(
        FictiveCase from,
        int number,
        Random random,
        DateOnly date,
        IReadOnlyList<FictiveMember> absent
    )
    {
        var serial = random.Next(1001, 9999);
        return new(
            number,
            from.Title,
            from.Type,
            $"{date.Year % 100}/{serial}",
            $"{random.Next(10_000, 99_999)}-{date.Year % 100}",
            from.Theme,
            from.Content,
            random.Next(2) == 0 ? from.Economy : null,
            from.By,
            from.Points,
            from.Decisions[random.Next(from.Decisions.Length)],
            absent,
            [.. from.Attachments.Take(random.Next(0, from.Attachments.Length + 1))]
        );
    }
}
