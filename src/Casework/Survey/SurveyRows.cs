using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// A link to the four questions. Written past the journal, whose time and order would tell whose it is; it says only
/// whether it is used.
/// </summary>
[Table("survey_links")]
internal sealed class SurveyLinkRow
{
    [Key]
    public byte[] LinkIndex { get; init; } = [];

    public TeamId TeamId { get; init; }

    public DateOnly Month { get; init; }

    public DateOnly GoodUntil { get; init; }

    public bool Used { get; init; }
}

/// <summary>One set of answers, 1–5 each; of nobody.</summary>
[Table("survey_answers")]
internal sealed class SurveyAnswerRow
{
    public Guid Id { get; init; }

    public TeamId TeamId { get; init; }

    public DateOnly Month { get; init; }

    public int Options { get; init; }

    public int Belief { get; init; }

    public int Progress { get; init; }

    public int Dignity { get; init; }
}

/// <summary>The questions have been sent after this conversation.</summary>
[Table("survey_asked")]
internal sealed class SurveyAskedRow
{
    [Key]
    [RefersTo<MeetingRow>]
    public MeetingId MeetingId { get; init; }
}

/// <summary>
/// The four questions after a conversation, each answered from 1 (not at all) to 5 (to a very high degree).
/// </summary>
public sealed record SurveyQuestion : CodeWord<SurveyQuestion>
{
    public static readonly SurveyQuestion Options =
        new("Options", "Jeg fik øje på muligheder, jeg kan bruge", "I saw options that I can use");

    public static readonly SurveyQuestion Belief = new(
        "Belief",
        "Min sagsbehandler tror på, at jeg kan komme i job eller uddannelse",
        "My case worker believes that I can get a job or an education"
    );

    public static readonly SurveyQuestion Progress =
        new("Progress", "Samtalen bragte mig et skridt videre", "The meeting brought me a step forward");

    public static readonly SurveyQuestion Dignity =
        new("Dignity", "Jeg blev mødt med respekt og værdighed", "I was met with respect and dignity");

    private SurveyQuestion(string code, string text, string english) : base(code, text) => English = english;

    public string English { get; }
}
