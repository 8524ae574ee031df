using Virker.Casework;
using Virker.Office;

namespace Virker.Web.Pages.SelfService.Link;

/// <summary>The words of the personal link's page, in Danish and in English.</summary>
public sealed record LinkTexts(
    string Title,
    string Lead,
    string Birthday,
    string BirthdayHelp,
    string Open,
    string Until,
    string MustCome,
    string Choose,
    string Booked,
    string Move,
    string Book,
    string Channel,
    string Phone,
    string Attendance,
    string Video,
    string None,
    string Plan,
    string Other,
    string OtherUrl,
    string WrongBirthday,
    string Closed,
    string Taken
)
{
    public string NoWorker { get; init; } = "";

    public string Event { get; init; } = "";

    public string Calendar { get; init; } = "";

    /// <summary>What a week has so many of.</summary>
    public string Times { get; init; } = "";

    public string AlsoPlanned { get; init; } = "";

    /// <summary>What choosing a time does where a conversation is planned already.</summary>
    public string OneMore { get; init; } = "";

    public string Earlier { get; init; } = "";

    public string Waiting { get; init; } = "";

    public string Join { get; init; } = "";

    public string Leave { get; init; } = "";

    public string Goal { get; init; } = "";

    public string YouDo { get; init; } = "";

    public string WeDo { get; init; } = "";

    public string Finished { get; init; } = "";

    public string SignIn { get; init; } = "";

    public string Others { get; init; } = "";

    public string SeeAll { get; init; } = "";

    public string By { get; init; } = "";

    public string Hours { get; init; } = "";

    public string Agreed { get; init; } = "";

    /// <summary>A department (<see cref="Department"/>) by its name.</summary>
    public Func<Department, string> NameOf { get; init; } = area => area.Text;

    public static readonly LinkTexts Danish = new(
        "Vælg en tid",
        "Til en samtale med jobcenteret",
        "Din fødselsdag",
        "Dag-måned-år, for eksempel 12-04-1985. Så ved vi, at linket er kommet til den rigtige.",
        "Fortsæt",
        "Vælg en tid senest",
        "Du skal komme. Bliver du væk uden grund, kan det få betydning for din ydelse. Kan du ikke, så {within}.",
        "Ledige tider",
        "Din tid er",
        "Vil du hellere en anden tid, så vælg den her.",
        "Book tiden",
        "Hvordan vil du tale med os?",
        "På telefonen",
        "Ved fremmøde",
        "På video",
        "Der er ingen ledige tider lige nu. {ring}, så finder vi en.",
        "Din plan",
        "English",
        "?sprog=en",
        "Fødselsdagen passer ikke til linket. Skriv den som dag, måned og år.",
        "Linket virker ikke. Det kan være for gammelt eller skrevet forkert. {ring}, så finder vi en tid.",
        "Tiden er taget imens. Vælg en anden."
    )
    {
        NoWorker = "Der er ingen at booke hos lige nu. {ring}, så finder vi en tid.",
        Event = "Samtale med jobcenteret",
        Calendar = "Læg den i din kalender",
        Times = "tider",
        Earlier = "Bliver der en tidligere tid, kan vi skrive til dig. Du bestemmer selv, om du vil have den.",
        Waiting = "Vi skriver til dig, hvis der bliver en tidligere tid.",
        AlsoPlanned = "Du har allerede en aftale med os",
        OneMore = "Den gælder stadig. Tiden, du vælger her, er en samtale mere.",
        Join = "Skriv mig op til en tidligere tid",
        Leave = "Tag mig af listen",
        Goal = "Dit mål:",
        YouDo = "Det gør du",
        WeDo = "Det gør kommunen",
        Finished = "Det har du klaret",
        SignIn = "Et trin, du kan læse, når du har logget ind",
        Others = "Også med i din plan:",
        SeeAll = "Log ind, og se hele din plan",
        By = "senest",
        Hours = "timer om ugen",
        Agreed = "aftalt",
    };

    public static readonly LinkTexts English = new(
        "Choose a time",
        "For a meeting with the job centre",
        "Your date of birth",
        "Day-month-year, for example 12-04-1985. It shows that the link has reached the right person.",
        "Continue",
        "Choose a time no later than",
        "You must come. If you stay away without a reason, it can affect your benefit. If you cannot come, please {within}.",
        "Free times",
        "Your time is",
        "If you prefer another time, choose it here.",
        "Book the time",
        "How would you like to talk to us?",
        "By phone",
        "In person",
        "By video",
        "There are no free times right now. {ring}, and we will find one.",
        "Your plan",
        "Dansk",
        "?sprog=da",
        "The date of birth does not match the link. Write it as day, month and year.",
        "The link does not work. It may be too old or mistyped. {ring}, and we will find a time.",
        "The time has just been taken. Choose another."
    )
    {
        NoWorker = "There is nobody to book with right now. {ring}, and we will find a time.",
        Event = "Meeting with the job centre",
        Calendar = "Put it in your calendar",
        Times = "times",
        Earlier = "If an earlier time becomes free, we can write to you. You decide whether you want it.",
        Waiting = "We will write to you if an earlier time becomes free.",
        AlsoPlanned = "You already have an appointment with us",
        OneMore = "It still stands. The time that you choose here is one more meeting.",
        Join = "Tell me about an earlier time",
        Leave = "Take me off the list",
        Goal = "Your goal:",
        YouDo = "What you do",
        WeDo = "What the municipality does",
        Finished = "What you have done",
        SignIn = "A step that you can read when you have signed in",
        Others = "Also part of your plan:",
        SeeAll = "Sign in and see all of your plan",
        By = "no later than",
        Hours = "hours a week",
        Agreed = "agreed",
        NameOf = area =>
            area == Department.Health ? "Health"
            : area == Department.Social ? "Social services"
            : area == Department.School ? "School and education"
            : "Employment",
    };

    public static LinkTexts Of(string? language) => language == "en" ? English : Danish;

    /// <summary>The same words with how the jobcenter is reached in them, as far as that is known.</summary>
    public LinkTexts With(JobcenterContact? contact)
    {
        var (ring, within) = (
            ContactWords.Ring(contact, this == English),
            ContactWords.Within(contact, this == English)
        );
        string Filled(string text) =>
            text.Replace("{ring}", ring, StringComparison.Ordinal)
                .Replace("{within}", within, StringComparison.Ordinal);
        return this with
        {
            MustCome = Filled(MustCome),
            None = Filled(None),
            Closed = Filled(Closed),
            NoWorker = Filled(NoWorker),
        };
    }

    /// <summary>The refusal in this language, where it has words of its own.</summary>
    public string Say(Kernel.Refusal refusal) =>
        refusal.Code switch
        {
            "link.birthday" => WrongBirthday,
            "link.not-found" => Closed,
            "booking.taken" => Taken,
            "link.no-worker" => NoWorker,
            _ => refusal.Text,
        };
}
