using System.Text.RegularExpressions;
using Virker.Platform;
using Virker.Kernel;

namespace Virker.Committee;

/// <summary>What one decision block held.</summary>
internal sealed record DecisionBlock(
    PrintedDecision Decision,
    IReadOnlyList<PrintedRemark> Remarks,
    IReadOnlyList<PrintedGuest> Guests,
    IReadOnlyList<PrintedFollowUp> FollowUps,
    IReadOnlyList<PrintedPerson> WholeMeeting,
    IReadOnlyList<PrintedPerson> Signers,
    int? HandledAs);

/// <summary>
/// Reads a decision block: who was away, what was decided, who said what, who was there as a guest, and what is to be
/// done.
/// </summary>
internal static partial class DecisionBlocks
{
    public sealed record Context(
        PrintedHead Head,
        ItemSpan Item,
        PrintedRecommendation? Recommendation,
        CaseSection? Options
    )
    {
        /// <summary>Whether the item or what is recommended is about signing the minutes.</summary>
        public bool IsSigning { get; } =
            DecisionKinds.SignaturePhrase().IsMatch(Item.Title ?? "")
            || Recommendation?.Points.Any(p => DecisionKinds.SignaturePhrase().IsMatch(p.Text)) == true;
    }

    /// <summary>
    /// Reads the block; <paramref name="remarks"/> holds what was said in the item's earlier ones, and is added to.
    /// </summary>
    public static DecisionBlock Read(CaseSection section, Context context, List<PrintedRemark> remarks)
    {
        var date = section.Heading.Date ?? context.Head.MeetingDate;
        var body = section.Heading.Body ?? context.Head.Committee;
        var parted = AbsenceForms.Part(
            section.Printed.Where(l => !l.IsRow && !CaseSections.RepeatsTitle(l.Text, context.Item))
        );
        var signers = Signers(parted, context);
        if (signers.Count > 0)
        {
            var signed = new PrintedDecision(
                date,
                body,
                DecisionKinds.Signature,
                [],
                parted.Absent,
                false,
                null,
                section.HeadLine.Number
            );
            return new DecisionBlock(signed, [], [], [], parted.WholeMeeting, signers, null);
        }

        var before = remarks.Count;
        var guests = new List<PrintedGuest>();
        var followUps = new List<PrintedFollowUp>();
        var decided = new List<string>();
        int? handledAs = null;
        foreach (var sentence in parted.Left.SelectMany(p => Sentences.Of(p.Text)))
        {
            var said = Remarks.Read(sentence, date, remarks);
            var there = said.Count > 0 ? [] : Guests.Read(sentence);
            remarks.AddRange(said);
            guests.AddRange(there);
            if (said.Count > 0)
                followUps.AddRange(said.Take(1).Select(Commitments.Wish).OfType<PrintedFollowUp>());
            else if (there.Count == 0 && Commitments.Binding(sentence) is { } commitment)
                followUps.Add(commitment);
            if (OwnPlace().Match(sentence) is { Success: true } place)
                handledAs = (WrittenNumber.Code(place.Groups["n"].ValueSpan) ?? 0);
            else if (
                said.Count == 0
                && there.Count == 0
                && !AboutOthers().IsMatch(sentence)
                && !Statement().IsMatch(sentence)
            )
                decided.Add(sentence);
        }

        var decision = Decide(section, context, date, body, parted, decided);
        if (decision.Option is { } option && Commitments.OfOption(option, context.Options) is { } due)
            followUps.Add(due);
        return new DecisionBlock(decision, remarks[before..], guests, followUps, parted.WholeMeeting, [], handledAs);
    }

    private static PrintedDecision Decide(
        CaseSection section,
        Context context,
        DateOnly? date,
        string? body,
        AbsenceForms.Result parted,
        List<string> decided
    )
    {
        var text = parted.Left.ConvertAll(p => p.Text);
        var kind = KindOf(decided);
        var adopts = kind == DecisionKinds.Adopts;
        if (adopts)
            kind = DecisionKinds.OfRecommendation(context.Recommendation, body) ?? DecisionKinds.Approved;
        if (text.Count > 0 && kind is null && text.All(t => DecisionKinds.Explicit(t) == DecisionKinds.Nothing))
            kind = DecisionKinds.Nothing;
        var option =
            kind == DecisionKinds.OptionChosen
                ? decided.Select(DecisionKinds.Option).FirstOrDefault(o => o is not null)
                : null;
        return new PrintedDecision(
            date,
            body,
            kind ?? DecisionKinds.NoExplicit,
            text,
            parted.Absent,
            adopts,
            option,
            section.HeadLine.Number
        );
    }

    /// <summary>
    /// The first sentence that decides gives the kind; one that only postpones or passes on after another decision does
    /// not change it.
    /// </summary>
    private static string? KindOf(List<string> decided) =>
        decided
            .Select(DecisionKinds.Explicit)
            .Where(k => k is not null)
            .OrderBy(k =>
                k == DecisionKinds.Nothing ? 2
                : k is DecisionKinds.FollowUpMeeting or DecisionKinds.Discussed ? 1
                : 0
            )
            .FirstOrDefault();

    /// <summary>A sheet of signatures: nothing but names, under an item or recommendation about signing.</summary>
    private static List<PrintedPerson> Signers(AbsenceForms.Result parted, Context context)
    {
        if (!context.IsSigning) return [];
        var people = parted.Left.SelectMany(p => People.One(p.Text) is { } one ? [one] : Row(p.Text)).ToList();
        var named = people.OfType<PrintedPerson>().ToList();
        return named.Count >= 2 && named.Count * 4 >= people.Count * 3 ? named : [];
    }

    /// <summary>
    /// Several signers on one line, where line breaks were lost; a single null when the line is something else.
    /// </summary>
    private static PrintedPerson?[] Row(string text)
    {
        var members = People.WithParty(text).ToList();
        return members.Count > 1 && members.Sum(m => m.End - m.Start) * 10 > text.Length * 7
            ? [.. members.Select(m => new PrintedPerson(m.Name, m.Party))]
            : [null];
    }

    [GeneratedRegex(
        @"^(?:sagen|punktet)\s(?:behandles|blev behandlet|er behandlet|behandledes)\ssom\s(?:punkt|pkt\.?|nr\.?)\s(?<n>\d{1,3})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex OwnPlace();

    [GeneratedRegex(
        @"^(?:punkt|pkt\.?|sag)\s(?:nr\.?\s)?\d{1,4}\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex AboutOthers();

    [GeneratedRegex(
        @"^(?:administrationen|forvaltningen|direktøren|direktionen|borgmesteren|formanden|udvalgsformanden|næstformanden|(?:\p{Lu}\p{L}*)?(?:chefen|direktøren|lederen))\s(?!(?:indstilling|s\b))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Statement();
}
