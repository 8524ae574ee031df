namespace Virker.Committee;

/// <summary>How sure the reading is of each field that it gives, from 0 to 1: 1 where the field stands by itself, less where it was concluded or a doubt is noted.</summary>
internal static class Confidence
{
    private const double Stated = 1;
    private const double Concluded = 0.6;
    private const double Doubtful = 0.4;

    /// <param name="printed">The head as printed, before anything was concluded from the decisions.</param>
    public static IReadOnlyDictionary<string, double> OfHead(PrintedHead head, PrintedHead printed, IReadOnlyList<PrintedNote> notes)
    {
        var of = new Dictionary<string, double> { ["documentType"] = printed.DocumentType == head.DocumentType && !Noted(notes, null, "agenda_with_decisions") ? Stated : Concluded };
        void Add(string field, object? value, object? stated)
        {
            if (value is not null) of[field] = Equals(value, stated) ? Noted(notes, null, "garbled_letters") && value is string ? Doubtful : Stated : Concluded;
        }

        Add("municipality", head.Municipality, printed.Municipality);
        Add("committee", head.Committee, printed.Committee);
        Add("meetingDate", head.MeetingDate, printed.MeetingDate);
        Add("start", head.Start, printed.Start);
        Add("place", head.Place, printed.Place);
        return of;
    }

    public static IReadOnlyDictionary<string, double> OfItem(PrintedItem item, IReadOnlyList<PrintedNote> notes)
    {
        var of = new Dictionary<string, double>();
        if (item.Number is not null) of["number"] = Noted(notes, item.Number, "number_out_of_order", "number_twice") ? Doubtful : Stated;
        if (item.Title is not null) of["title"] = Noted(notes, item.Number, "title_is_section") ? Doubtful : item.Number is null ? Concluded : Stated;
        if (item.CaseNo is not null) of["caseNo"] = Stated;
        if (item.Recommendation is { } recommendation) of["recommendation"] = recommendation.Points.Count == 0 ? Concluded : Stated;
        if (item.Decisions.Count > 0) of["decisions"] = item.Decisions.Min(d => OfDecision(d, item, notes));
        if (item.HandledAs is { } handled) of["handledAs"] = handled == item.Number && !Noted(notes, item.Number, "order_contradicts") ? Stated : Concluded;
        return of;
    }

    private static double OfDecision(PrintedDecision decision, PrintedItem item, IReadOnlyList<PrintedNote> notes) =>
        decision.Kind == DecisionKinds.NoExplicit || Noted(notes, item.Number, "long_decision", "recommendation_in_decision", "heading_in_decision") ? Doubtful
        : decision.AdoptsRecommendation && item.Recommendation is null ? Concluded
        : Stated;

    private static bool Noted(IReadOnlyList<PrintedNote> notes, int? item, params string[] codes) => notes.Any(n => n.Item == item && codes.Contains(n.Code));
}
