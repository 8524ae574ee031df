using System.Collections.Concurrent;
using Virker.Kernel;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>
/// Asks the rules for a course's schedule and lays its conversations after one another: each belongs in the time from
/// the one before is suggested until its own suggestion. Only the last day is the law's.
/// </summary>
internal static class CourseLaw
{
    private const int Months = 6;

    /// <summary>
    /// Where nobody has written the category: until the reform the sick are followed as those who are ill for more than
    /// eight weeks.
    /// </summary>
    private static readonly int SickCategory = CodeList.SicknessCategories["kategori-2"].Number!.Value;

    /// <summary>
    /// The benefits that have a course at all by the law of a day; which one, the law of the course's first day says.
    /// </summary>
    public static IReadOnlySet<int> Followed(Lawbook law, DateOnly today) =>
        CodeList
            .Benefits.All.Select(b => b.Number)
            .OfType<int>()
            .Where(benefit =>
                law.Answer(new ContactCourseFollowed(), new(benefit), today).Match(f => f.Answer.Followed, _ => false)
            )
            .ToHashSet();

    /// <summary>Null where the benefit has none.</summary>
    public static ContactCourse? Of(CourseGround ground, Lawbook law) =>
        law.Answer(new ContactCourseFollowed(), new(ground.Benefit), ground.From)
            .Match(
                found =>
                    found.Answer.TargetGroup is not { } usual ? null
                    : ground.Benefit == Benefit.SickPay.Number ? Sick(ground, law)
                    : Conversations(ground, ground.TargetGroup ?? usual, law),
                refusal => CodeList.Benefits.Has(ground.Benefit) ? Unknown(ground, refusal) : null
            );

    /// <summary>The day on which the right to sick pay is reassessed, where the law of today says one.</summary>
    public static DateOnly? ReassessedOn(
        IReadOnlyList<(DateOnly From, DateOnly? To)> paid,
        Lawbook law,
        DateOnly today
    ) =>
        law.Answer(new SicknessReassessment(), new([.. paid.Select(p => new SicknessReassessment.Paid(p.From, p.To))]),
                today
            )
            .Match<DateOnly?>(f => f.Answer.On, _ => null);

    private static ContactCourse Sick(CourseGround ground, Lawbook law)
    {
        var from = ground.Sick?.AbsentFrom ?? ground.From;
        var facts = ground.Sick is { } sick
            ? new SicknessSchedule.Facts(sick.Category, sick.Employed, sick.SoonWell, sick.EarlyOn)
            : new SicknessSchedule.Facts();
        var found = law.Answer(new SicknessSchedule(), facts, from);
        var assumed = found.IsRefused && found.Refusal.Code == "missing-fact";
        if (assumed)
            found = law.Answer(new SicknessSchedule(), facts with { Category = SickCategory }, from);
        return found.Match(
            schedule =>
                Course(
                    ground with
                    {
                        From = from,
                    },
                    schedule,
                    [
                        .. schedule.Answer.FollowUps.Select(f => new Planned(
                            f.Number,
                            ConversationHolder.Municipality,
                            from,
                            f.By,
                            f.Suggested
                        )
                        {
                            InPerson = f.InPerson == true,
                        }),
                    ],
                    assumed ? $" Kategorien er ikke skrevet; der regnes med kategori {SickCategory}." : ""
                ),
            refusal => Unknown(ground with { From = from }, refusal)
        );
    }

    private static ContactCourse Conversations(CourseGround ground, int group, Lawbook law) =>
        law.Answer(new ContactCourseSchedule(), new(group), ground.From)
            .Match(
                schedule =>
                    Course(
                        ground,
                        schedule,
                        [
                            .. schedule
                                .Answer.Conversations.Where(c => !c.Voluntary)
                                .Select(c => new Planned(c.Number, Holder(c.Holder), c.From, c.By, c.Suggested)),
                        ],
                        ""
                    ),
                refusal => Unknown(ground, refusal)
            );

    private static ConversationHolder Holder(string holder) => holder switch
    {
        ContactCourseSchedule.Fund => ConversationHolder.UnemploymentFund,
        ContactCourseSchedule.Both => ConversationHolder.Joint,
        _ => ConversationHolder.Municipality,
    };

    private sealed record Planned(int Number, ConversationHolder Holder, DateOnly From, DateOnly By, DateOnly Suggested)
    {
        public bool InPerson { get; init; }
    }

    private static ContactCourse Course<T>(
        CourseGround ground,
        Finding<T> found,
        IReadOnlyList<Planned> planned,
        string assumed
    )
    {
        var conversations = new List<DueConversation>();
        foreach (var of in planned)
        {
            var before = conversations.LastOrDefault(c => c.Holder == of.Holder);
            var from = before is not null && before.Recommended >= of.From ? before.Recommended.AddDays(1) : of.From;
            var suggested = of.Suggested < from ? from : of.Suggested;
            FormattableString why =
                suggested >= of.By
                    ? (FormattableString)$"Samtale nr. {of.Number} skal holdes senest {of.By:d. MMMM yyyy}."
                    : $"Samtale nr. {of.Number} skal holdes senest {of.By:d. MMMM yyyy}; fordelt jævnt hører den hjemme inden {suggested:d. MMMM yyyy}.";
            conversations.Add(
                new(
                    of.Number,
                    of.Holder,
                    from < of.By ? from : of.By,
                    suggested < of.By ? suggested : of.By,
                    of.By,
                    Danish.Say(why),
                    found.Under,
                    found.Status
                )
                {
                    InPerson = of.InPerson,
                }
            );
        }

        return new(
            ground.From,
            conversations.Count == 0 ? ground.From.AddMonths(Months).AddDays(-1) : conversations.Max(c => c.By),
            found.Why + assumed,
            conversations
        );
    }

    private static ContactCourse Unknown(CourseGround ground, Refusal refusal) =>
        new(ground.From, ground.From.AddMonths(Months).AddDays(-1), refusal.Text, []);
}

/// <summary>
/// The courses that a law asks for, each worked out once for all who stand on the same ground: many began on the same
/// day. May be asked by many at once.
/// </summary>
internal sealed class CourseSchedules(Lawbook law)
{
    private readonly ConcurrentDictionary<CourseGround, ContactCourse?> _asked = new();

    public Lawbook Law => law;

    public ContactCourse? Of(CourseGround ground) =>
        _asked.GetOrAdd(ground, static (asked, law) => CourseLaw.Of(asked, law), law);
}
