using System.Diagnostics.CodeAnalysis;
using Virker.Casework;
using Virker.Kernel;

namespace Virker.Web.Pages.Casework.Conversation;

/// <summary>The conversation's form as the browser sends it, and the draft and the command that it becomes.</summary>
public sealed class ConversationFields
{
    /// <summary>New steps that one screen has room for.</summary>
    public const int NewSteps = 3;

    public int Version { get; set; }

    public string? Channel { get; set; }

    public string? Note { get; set; }

    public bool Share { get; set; }

    public bool ShareAllTheSame { get; set; }

    /// <summary>For each open step that is moved, by its id: "version.status".</summary>
    [AllowNull]
    public Dictionary<string, string> Moves { get; set => field = value ?? []; } = [];

    /// <summary>A form without any is bound as null.</summary>
    [AllowNull]
    public List<StepFields> Steps { get; set => field = value ?? []; } = [];

    public string? Next { get; set; }

    public string? Date { get; set; }

    public string? Time { get; set; }

    public bool WithoutInterpreter { get; set; }

    /// <summary>How the citizen is told of the next one.</summary>
    public string? Tell { get; set; }

    public bool Mandatory { get; set; }

    public static ConversationFields Of(ConversationDraft? draft, MeetingChannel channel) =>
        draft is null
            ? new() { Channel = channel.Code, Mandatory = true }
            : new()
            {
                Tell = draft.Tell,
                Mandatory = !draft.Optional,
                Channel = draft.Channel ?? channel.Code,
                Note = draft.Note,
                Share = draft.Share,
                Next = draft.Next,
                Moves = new(draft.Moves),
                Date = draft.Date,
                Time = draft.Time,
                WithoutInterpreter = draft.WithoutInterpreter,
                Steps =
                [
                    new()
                    {
                        Kind = draft.StepKind,
                        Title = draft.StepTitle,
                        To = draft.StepTo,
                        Hours = draft.StepHours,
                    },
                    .. draft.More.Select(s => new StepFields
                    {
                        Kind = s.Kind,
                        Title = s.Title,
                        To = s.To,
                        Hours = s.Hours,
                    }),
                ],
            };

    /// <summary>
    /// The field that this form has for one of the command's; a time that is written is written in two.
    /// </summary>
    public string? FieldOf(string field, FieldReading read) =>
        field == $"{nameof(HoldConversation.Next)}.{nameof(NextConversation.WithoutInterpreter)}"
            ? $"Sent.{nameof(WithoutInterpreter)}"
        : field.StartsWith($"{nameof(HoldConversation.Next)}.", StringComparison.Ordinal)
            ? SlotChoice.FieldOf(Next, "Sent.Next", "Sent.Date", read)
        : Written()
            .Select((at, number) => (At: at, Path: $"{nameof(HoldConversation.Agreed)}[{number}]."))
            .Where(step => field.StartsWith(step.Path, StringComparison.Ordinal))
            .Select(step => $"Sent.Steps[{step.At}].{StepFields.NameOf(field[step.Path.Length..])}")
            .FirstOrDefault($"Sent.{field}");

    /// <summary>The steps that the command takes, by their numbers on the screen.</summary>
    private IEnumerable<int> Written() => Enumerable.Range(0, Steps.Count).Where(i => Steps[i].IsWritten);

    public StepFields Step(int number) => number < Steps.Count ? Steps[number] : new();

    public ConversationDraft AsDraft() =>
        new(Channel, Note, Share, Step(0).Kind, Step(0).Title, Step(0).To, Step(0).Hours, Next, Moves)
        {
            More = [.. Steps.Skip(1).Select(s => new DraftStep(s.Kind, s.Title, s.To, s.Hours))],
            Date = Date,
            Time = Time,
            WithoutInterpreter = WithoutInterpreter,
            Tell = Tell,
            Optional = !Mandatory,
        };

    public HoldConversation AsCommand(CitizenId citizen, MeetingId meeting, FieldReading read)
    {
        var steps = new List<NewPlanStep>();
        foreach (var number in Written()) steps.Add(Steps[number].Read($"Sent.Steps[{number}]", read));

        var channel = read.Word<MeetingChannel>(
            Channel,
            "Sent.Channel",
            "Vælg, om samtalen blev holdt ved fremmøde, på telefon eller på video."
        );
        var next = ReadNext(channel, read);
        return new HoldConversation(citizen, meeting, Version, channel, Note ?? "")
        {
            Share = Share,
            ShareAllTheSame = ShareAllTheSame,
            Agreed = steps,
            Next = next,
            Moves = [.. Moves.Select(m => Move(m.Key, m.Value, read)).OfType<PlanStepMove>()],
        };
    }

    /// <summary>Nothing, a free time of the list, or a time that was written.</summary>
    private NextConversation? ReadNext(MeetingChannel channel, FieldReading read)
    {
        if (Next == SlotChoice.None) return null;
        var call = new CallUpWords(read.Tell(Tell, "Sent.Tell"), "", Mandatory);
        var (slot, at) = (
            SlotChoice.Read(Next),
            read.ChosenTime((Next, "Sent.Next"), (Date, "Sent.Date"), (Time, "Sent.Time"))
        );
        return new(at, slot?.Minutes ?? 45, channel)
        {
            WithoutInterpreter = WithoutInterpreter,
            TimeOf = slot?.Worker,
            CallUp = call,
        };
    }

    private static PlanStepMove? Move(string step, string? value, FieldReading read) =>
        value?.Split('.') is [var version, var status]
        && WrittenNumber.Code(version) is { } seen
        && Guid.TryParse(step, out var id)
            ? new(
                PlanStepId.From(id),
                seen,
                read.Word<PlanStepStatus>(status, $"Sent.Moves[{step}]", "Vælg, hvor trinnet står.")
            )
            : null;
}

/// <summary>A new step as it is typed.</summary>
public sealed class StepFields
{
    public string? Kind { get; set; }

    public string? Title { get; set; }

    public string? To { get; set; }

    public string? Hours { get; set; }

    /// <summary>Its kind is always chosen; whatever else stands in it means that a step was agreed.</summary>
    internal bool IsWritten => $"{Title}{To}{Hours}".Trim().Length > 0;

    /// <summary>The field of the form for one of the step that it becomes.</summary>
    internal static string NameOf(string field) => field == nameof(NewPlanStep.HoursPerWeek) ? nameof(Hours) : field;

    public NewPlanStep Read(string name, FieldReading read) =>
        new(
            read.Word<PlanStepKind>(
                Kind ?? PlanStepKind.OwnActivity.Code,
                $"{name}.Kind",
                "Vælg, hvad det er for et trin."
            ),
            Title ?? ""
        )
        {
            To = read.DateIfAny(To, $"{name}.To", DateWindow.History),
            HoursPerWeek = read.HoursIfAny(Hours, $"{name}.Hours"),
            Agreed = true,
        };
}
