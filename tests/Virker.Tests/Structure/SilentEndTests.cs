using System.Text.RegularExpressions;

namespace Virker.Tests.Structure;

/// <summary>
/// No list ends at a number without a word: where the modules or the pages take only so many, the line stands here with
/// how the reader knows of the rest and comes to it.
/// </summary>
public sealed partial class SilentEndTests
{
    private static readonly string[] Rooms =
    [
        "src/Casework/",
        "src/Committee/",
        "src/Companies/",
        "src/Economy/",
        "src/Newcomers/",
        "src/Office/",
        "src/Platform/",
        "src/SelfService/",
        "src/Targets/",
        "src/Web/",
        "src/Youth/",
    ];

    /// <summary>Reading of files and drawing of charts take lines and points, and show no list.</summary>
    private static readonly string[] NoLists =
    [
        "/Reading/",
        "/Documents/",
        "src/Platform/Identity/Accounts/",
        "src/Committee/Minutes/",
        "src/Committee/Publication/PublishedPaper.cs",
        "src/Committee/Cases/ItemView.cs",
        "src/Committee/Cases/ItemSections.cs",
    ];

    private static readonly string[] Told =
    [
        "src/Casework/Booking/SlotReader.cs most: asked for by the reader's callers",
        "src/Casework/Citizens/SeeCitizen.cs Months: a chart of the last year, which says its months",
        "src/Casework/Citizens/SeeCitizen.cs NewestNotes: all of them stand on the timeline, and how many is said",
        "src/Casework/Conversation/SinceLastTime.cs 1: the newest of a kind, in a sentence about it",
        "src/Casework/Conversation/SinceLastTime.cs 2: the newest of a kind, in a sentence about it",
        "src/Casework/Conversation/SinceLastTime.cs Lines: three lines since last time; all of it is on the timeline",
        "src/Casework/Conversation/ConversationPreparation.cs NotesShown: the newest before a conversation; all of them stand on the timeline",
        "src/Casework/Conversation/TextCheck.cs 6: the words that begin a sentence",
        "src/Office/Post/SendMessages.cs AtOnce: a job that comes again every minute",
        "src/Casework/Visitation/VisitationAdvice.cs WithTimes: the times of the first; every worker can be chosen",
        "src/Casework/Visitation/VisitationAdvice.cs each: the first times of each; any other can be written",
        "src/Committee/Decisions/WrittenDecision.cs 1: one member of a name",
        "src/Committee/Review/AnswerPath.cs added: the items that were read, before one that is added by hand",
        "src/Committee/Review/SeeReading.cs MostLines: the page says that there are more, beside the link to the whole source",
        "src/Platform/AccessLog/LookGrouping.cs MostNamed: how many more there are is said, and the file has them",
        "src/Platform/AccessLog/LookReader.cs MostCounted: the page says that there are more than a thousand",
        "src/Platform/AccessLog/LookReader.cs most: asked for by the reader's callers",
        "src/Platform/AccessLog/SearchAccessLog.cs take: older ones by a link",
        "src/Platform/AccessLog/SeeOwnLooks.cs take: older ones by a link",
        "src/Platform/Journal/SearchJournal.cs take: older ones by a link",
        "src/Platform/Outbox/Outbox.cs Batch: a job that comes again",
        "src/Targets/Benchmarks/Benchmark.cs ComparableAreas: the areas that the ministry would have expected the same of; all of them are in the table",
        "src/Web/Pages/Casework/Citizens/CitizenMeetings.razor Newest: a link to all of them says how many",
        "src/Web/Pages/Casework/Citizens/CitizenPapers.razor 5: a link to all of them says how many",
        "src/Web/Pages/Casework/Citizens/CitizenSituationView.razor Shown: a link to all of them says how many",
        "src/Web/Pages/Casework/Knowledge/KnowledgePanel.razor Most: a link to all of them says how many",
        "src/Web/Pages/Casework/Plan/PlanSheetView.razor MostDone: how many more there are is said",
        "src/Web/Pages/Committee/CommitteeStartPanel.razor MostDue: how many there are is said, beside the link to the register",
        "src/Web/Pages/Committee/Readings/ReadingParts.razor 6: what a part is known by, in a line; all stands on its page",
        "src/Web/Pages/Public/PublishedData.cs 50: a feed holds the newest",
        "src/Web/Pages/SelfService/OwnCase/OwnCasePart.razor 1: the next one, beside the link to the case",
        "src/Web/Shell/MenuOrder.cs Most: the rest of the menu stands under Mere",
    ];

    [Fact]
    public void What_ends_at_a_number_says_so()
    {
        var known = Told.Select(t => t[..t.IndexOf(':')]).ToHashSet();
        var found = Repository
            .Files.Where(f =>
                Rooms.Any(f.Path.StartsWith) && (f.Is(".cs") || f.Is(".razor")) && !NoLists.Any(f.Path.Contains)
            )
            .SelectMany(f => Ends(f.Path, f.Text()))
            .ToHashSet();
        found
            .Except(known)
            .ShouldBeEmpty("show how many there are and let the reader come to them, or say here how they do");
        known.Except(found).ShouldBeEmpty("no longer there");
    }

    [Fact]
    public void The_wall_falls_for_a_seeded_violation()
    {
        Ends("a.cs", "return await rows.OrderBy(r => r.Name).Take(Most).ToListAsync(ct);").ShouldBe(["a.cs Most"]);
        Ends("a.razor", "@foreach (var row in rows.Take(10))").ShouldBe(["a.razor 10"]);
        Ends("a.cs", "rows.Skip((page - 1) * size).Take(size).ToListAsync(ct)")
            .ShouldBeEmpty("a page of a list that is leafed in");
    }

    /// <summary>A page is a Take after a Skip; anything else ends the list.</summary>
    private static IEnumerable<string> Ends(string path, string text) =>
        Take()
            .Matches(text)
            .Where(m => !m.Groups["page"].Success)
            .Select(m => $"{path} {m.Groups["most"].Value}")
            .Distinct();

    [GeneratedRegex(@"(?<page>\.Skip\([^\r\n]*\)\s*)?\.Take\((?<most>\w+)\)")]
    private static partial Regex Take();
}
