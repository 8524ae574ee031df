using System.Collections;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Virker.Casework;
using Virker.Committee;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Structure;
using Virker.Tests.Support;

namespace Virker.Tests.Web;

/// <summary>
/// The version that a command answers is the one that stands, also where nothing was changed: who saves on with it is
/// not told that somebody else came first.
/// </summary>
public sealed class AnsweredVersionTests
{
    /// <summary>Each command that answers a version: what it answers, and the next change with it.</summary>
    private static readonly Dictionary<Type, Func<Desk, Task>> Proofs = new()
    {
        [typeof(EditItem)] = EditItemAsync,
        [typeof(RecordDecision)] = RecordDecisionAsync,
        [typeof(EditNote)] = EditNoteAsync,
        [typeof(WriteNote)] = WriteNoteAsync,
        [typeof(EndMeeting)] = EndMeetingAsync,
    };

    public static TheoryData<string> Commands => [.. Proofs.Keys.Select(k => k.Name)];

    [Fact]
    public void Every_command_that_answers_a_version_is_proved() =>
        Modules
            .Handlers(Modules.Types())
            .SelectMany(Modules.Contracts)
            .Select(c => (Request: c.GetGenericArguments()[0], Result: c.GetGenericArguments()[1]))
            .Where(c => typeof(ICommand).IsAssignableFrom(c.Request) && HasVersion(c.Result, 3))
            .Select(c => c.Request)
            .ShouldBe(Proofs.Keys, ignoreOrder: true);

    [Theory, MemberData(nameof(Commands))]
    public async Task What_was_saved_unchanged_is_changed_with_the_version_that_was_answered(string command)
    {
        await using var web = await WebHouse.OpenAsync();
        await using var scope = web.Scope(Actor.System);
        var things = await StoredThings.BuildAsync(scope.ServiceProvider, web.Town);
        await Proofs.Single(p => p.Key.Name == command).Value(new(web, things));
    }

    private static bool HasVersion(Type type, int deep) =>
        type.Namespace?.StartsWith("Virker.", StringComparison.Ordinal) == true
        && deep > 0
        && type.GetProperties()
            .Any(p =>
                (p.Name == "Version" && p.PropertyType == typeof(int))
                || HasVersion(
                    p.PropertyType.IsGenericType && typeof(IEnumerable).IsAssignableFrom(p.PropertyType)
                        ? p.PropertyType.GetGenericArguments()[^1]
                        : p.PropertyType,
                    deep - 1
                )
            );

    private static async Task EditItemAsync(Desk desk)
    {
        var item = (await desk.DoneAsync(new ReadItem(desk.Things.Item))).Item;
        var text = ItemText.Of(item, CaseTemplate.Standard);
        var saved = await desk.DoneAsync(new EditItem(desk.Things.Item, item.Head.Version, text));
        saved.Version.ShouldBe(item.Head.Version);
        (
            await desk.DoneAsync(
                new EditItem(desk.Things.Item, saved.Version, text with { Title = "En anden overskrift" })
            )
        ).Version.ShouldBe(item.Head.Version + 1);
    }

    private static async Task RecordDecisionAsync(Desk desk)
    {
        var item = (await desk.DoneAsync(new ReadItem(desk.Things.Decided))).Item;
        var decided = item.Decisions.Single();
        var draft = new DecisionDraft(
            "Udvalget drøftede sagen.\nUdvalget beder om et svar i juni.",
            decided.Kind,
            item.Head.HandledAs
        )
        {
            Guests = item.Guests,
        };
        var first = await desk.DoneAsync(new RecordDecision(desk.Things.Decided, item.Head.Version, draft));
        var again = await desk.DoneAsync(new RecordDecision(desk.Things.Decided, first.Version, draft));
        again.Version.ShouldBe(first.Version);
        (
            await desk.DoneAsync(new RecordDecision(desk.Things.Decided, again.Version, draft with { HandledAs = 5 }))
        ).Version.ShouldBe(first.Version + 1);
    }

    private static async Task EditNoteAsync(Desk desk)
    {
        var note = await desk.ReadAsync(db => db.Set<NoteRow>().SingleAsync(n => n.Id == desk.Web.Town.Note));
        var saved = await desk.DoneAsync(new EditNote(note.CitizenId, note.Id, note.Version, note.Title, note.Text));
        saved.Version.ShouldBe(note.Version);
        (
            await desk.DoneAsync(new EditNote(note.CitizenId, note.Id, saved.Version, note.Title, "Noget andet."))
        ).ShouldBe(new(note.Id, note.Version + 1, null));
    }

    private static async Task WriteNoteAsync(Desk desk)
    {
        var written = await desk.DoneAsync(new WriteNote(desk.Web.Town.Own, "Opkald", "Ringer i morgen."));
        (
            await desk.DoneAsync(
                new EditNote(desk.Web.Town.Own, written.Id, written.Version, "Opkald", "Ringer i dag.")
            )
        ).Conflict.ShouldBeNull();
    }

    private static async Task EndMeetingAsync(Desk desk)
    {
        var meeting = await desk.ReadAsync(db =>
            db.Set<Virker.Casework.MeetingRow>().SingleAsync(m => m.Id == desk.Web.Town.Meeting)
        );
        var ended = await desk.DoneAsync(
            new EndMeeting(meeting.CitizenId, meeting.Id, meeting.Version, MeetingStatus.Cancelled, "Sygdom")
        );
        ended.Version.ShouldBe(
            await desk.ReadAsync(db =>
                db.Set<Virker.Casework.MeetingRow>().Where(m => m.Id == meeting.Id).Select(m => m.Version).SingleAsync()
            )
        );
    }

    /// <summary>Each run in a scope of its own, as a request is.</summary>
    private sealed record Desk(WebHouse Web, StoredThings Things)
    {
        public async Task<TResult> DoneAsync<TResult>(IRequest<TResult> request)
        {
            await using var scope = Web.Scope(Actor.System);
            var outcome = await scope.ServiceProvider.RunAsync(request);
            outcome.Refusal.ShouldBeNull(request.GetType().Name);
            return outcome.Value;
        }

        public async Task<T> ReadAsync<T>(Func<VirkerContext, Task<T>> read)
        {
            await using var scope = Web.Scope(Actor.System);
            return await read(scope.ServiceProvider.GetRequiredService<VirkerContext>());
        }
    }
}
