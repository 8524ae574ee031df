using Virker.Kernel;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>
/// Asks the rules which conversations a course holds. The law counts conversations in a period; the even spread inside it is Virker's own
/// advice and is told as such.
/// </summary>
internal static class CourseLaw
{
    private const int Unemployment = 1;
    private const int SickPay = 6;
    private const int Months = 6;

    /// <summary>The category is not in the register: the sick are followed as those who are ill for more than eight weeks.</summary>
    private const int SickCategory = 2;

    /// <summary>From this day the fund's conversations lie in the first three months and the municipality's in the next.</summary>
    private static readonly DateOnly FundGoesFirst = new(2024, 1, 1);

    private static readonly int[] Followed = [1, 2, 3, 4, 5, 7, 8, 9, 11];

    public static ContactCourse? Of(CourseGround ground) =>
        ground.Benefit == SickPay ? Sick(ground)
        : Followed.Contains(ground.Benefit) ? Conversations(ground)
        : null;

    private static ContactCourse Sick(CourseGround ground) =>
        RuleBook.Ask<SicknessFollowUp, SicknessFollowUp.Facts, SicknessFollowUp.FollowUp>(new(SickCategory), ground.From).Match(
            found => new ContactCourse(ground.From, found.Answer.Before.AddDays(-1), $"{found.Why} Kategorien står ikke i registret; der regnes med kategori {SickCategory}.",
                Spread(found.Answer.Count, ConversationHolder.Municipality, ground.From, found.Answer.Before.AddDays(-1), found.Answer.FirstBy, found)),
            refusal => Unknown(ground, refusal));

    private static ContactCourse Conversations(CourseGround ground)
    {
        var facts = new ContactCourseConversations.Facts(ground.Benefit == Unemployment ? "dagpenge" : "other");
        return RuleBook.Ask<ContactCourseConversations, ContactCourseConversations.Facts, ContactCourseConversations.Course>(facts, ground.From).Match(
            found => Course(ground, found), refusal => Unknown(ground, refusal));
    }

    private static ContactCourse Course(CourseGround ground, Finding<ContactCourseConversations.Course> found)
    {
        var (last, middle) = (ground.From.AddMonths(Months).AddDays(-1), ground.From.AddMonths(Months / 2));
        var fundFirst = ground.Benefit == Unemployment && ground.From >= FundGoesFirst;
        var fund = Spread(found.Answer.UnemploymentFund, ConversationHolder.UnemploymentFund, ground.From, fundFirst ? middle.AddDays(-1) : last, fundFirst ? FirstBy(ground) : null, found);
        var own = Spread(found.Answer.Municipality, ConversationHolder.Municipality, fundFirst ? middle : ground.From, last, fundFirst ? null : FirstBy(ground), found);
        return new ContactCourse(ground.From, last, found.Why, [.. fundFirst ? fund.Concat(own) : own.Concat(fund)]);
    }

    private static DateOnly? FirstBy(CourseGround ground) => ground.TargetGroup is not { } group || group > 5 ? null
        : RuleBook.Ask<ContactCourseFirstBy, ContactCourseFirstBy.Facts, ContactCourseFirstBy.Deadline>(new(group), ground.From).Match<DateOnly?>(found => found.Answer.By, _ => null);

    private static IReadOnlyList<DueConversation> Spread<T>(int count, ConversationHolder holder, DateOnly from, DateOnly to, DateOnly? firstBy, Finding<T> found)
    {
        var days = to.DayNumber - from.DayNumber + 1;
        return [.. Enumerable.Range(1, count).Select(number =>
        {
            var by = number == 1 && firstBy is { } first ? first : to;
            var spread = from.AddDays((days * number / count) - 1);
            FormattableString why = number == 1 && firstBy is not null
                ? (FormattableString)$"Den første samtale skal holdes senest {by:d. MMMM yyyy}."
                : $"Nr. {number} af mindst {count} før {to.AddDays(1):d. MMMM yyyy}. Fordelt jævnt hører den hjemme senest {spread:d. MMMM yyyy}.";
            return new DueConversation(number, holder, from.AddDays(days * (number - 1) / count), spread < by ? spread : by, by, Danish(why), found.Under, found.Status);
        })];
    }

    /// <summary>Sentences are made by the rules' own language, whatever the machine speaks.</summary>
    private static string Danish(FormattableString text) => text.ToString(System.Globalization.CultureInfo.GetCultureInfo("da-DK"));

    private static ContactCourse Unknown(CourseGround ground, Refusal refusal) => new(ground.From, ground.From.AddMonths(Months).AddDays(-1), refusal.Text, []);
}
