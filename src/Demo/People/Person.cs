namespace Virker.Demo;

/// <summary>Where a person's name and country come from.</summary>
internal enum Roots : byte
{
    Danish,
    Western,
    EasternEurope,
    MiddleEast,
    Africa,
    Asia,
    Ukraine,
}

/// <summary>A person of the fictive municipality; days are <see cref="DateOnly.DayNumber"/>.</summary>
internal struct Person
{
    public const int Forever = int.MaxValue;

    public int Born;

    public int ResidenceFrom;

    /// <summary>The last day as a resident; <see cref="Forever"/> for those who live here still.</summary>
    public int ResidenceTo;

    /// <summary>Leaning towards benefits, 0..1: most are never on one, a few often.</summary>
    public float Exposure;

    public bool Man;

    public Roots Roots;

    /// <summary>Highest completed education when grown (see Educations in Casework).</summary>
    public byte Education;

    /// <summary>Until this day the person's benefits are decided elsewhere (programme for newcomers).</summary>
    public int HeldUntil;

    /// <summary>1 and up: the number among the newcomers; 0 for everybody else.</summary>
    public int Newcomer;

    public readonly int Turns(int age) => DateOnly.FromDayNumber(Born).AddYears(age).DayNumber;

    public readonly bool LivesHereOn(int day) => ResidenceFrom <= day && day <= ResidenceTo;
}
