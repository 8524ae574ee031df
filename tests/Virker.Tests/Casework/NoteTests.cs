using Virker.Casework;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Demo;
using Virker.Tests.Support;

namespace Virker.Tests.Casework;

public sealed class NoteTests
{
    [Theory, EachDatabase]
    public async Task Two_who_change_the_same_note_keep_both_texts_and_choose(Dialect dialect)
    {
        await using var town = await WrittenTown.OnAsync(dialect);
        var (citizen, team, _) = await town.RunningCaseAsync();
        var (anna, bo) = (town.House.As(Role.CaseWorker, team), town.House.As(Role.TeamLeader, team));
        var note = (await anna.RunAsync(new WriteNote(citizen, "Samtale", "Første udkast"))).Value;
        var first = (await anna.RunAsync(new EditNote(citizen, note.Id, note.Version, "Samtale", "Annas tekst"))).Value;
        first.Conflict.ShouldBeNull();
        var second = (await bo.RunAsync(new EditNote(citizen, note.Id, note.Version, "Samtale", "Bos tekst"))).Value;
        second.Conflict!.TheirText.ShouldBe("Annas tekst");
        second.Conflict.YourText.ShouldBe("Bos tekst");
        second.Version.ShouldBe(first.Version);
        (await TextAsync(town, citizen, note.Id)).ShouldBe("Annas tekst");
        var merged = (
            await bo.RunAsync(new EditNote(citizen, note.Id, second.Version, "Samtale", "Annas tekst\nBos tekst"))
        ).Value;
        merged.Conflict.ShouldBeNull();
        (await TextAsync(town, citizen, note.Id)).ShouldBe("Annas tekst\nBos tekst");
    }

    [Theory, EachDatabase]
    public async Task Of_many_who_save_in_the_same_instant_one_wins_and_the_others_are_told(Dialect dialect)
    {
        await using var town = await WrittenTown.OnAsync(dialect);
        var (citizen, team, _) = await town.RunningCaseAsync();
        var note = (
            await town.House.As(Role.CaseWorker, team).RunAsync(new WriteNote(citizen, "Samtale", "Udkast"))
        ).Value;
        var saved = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(i =>
                    Task.Run(() =>
                        town
                            .House.As(Role.CaseWorker, team)
                            .RunAsync(new EditNote(citizen, note.Id, note.Version, "Samtale", $"Tekst {i}"))
                    )
                )
        );
        saved.Count(s => !s.IsRefused && s.Value.Conflict is null).ShouldBe(1);
        saved.Count(s => !s.IsRefused && s.Value.Conflict is not null).ShouldBe(7);
    }

    [Fact]
    public async Task A_note_is_changed_on_its_own_citizen_only()
    {
        await using var town = await WrittenTown.OnAsync(Dialect.Sqlite);
        var (citizen, _, _) = await town.RunningCaseAsync();
        var (other, _, _) = await town.RunningCaseAsync(1);
        var note = (await town.House.System.RunAsync(new WriteNote(citizen, "Samtale", "Tekst"))).Value;
        (
            await town.House.System.RunAsync(new EditNote(other, note.Id, note.Version, "Samtale", "Ny tekst"))
        ).Refusal!.Code.ShouldBe("note.not-found");
    }

    [Theory]
    [InlineData(" ", "tekst", "note.no-title")]
    [InlineData("titel", "", "note.no-text")]
    public void Refuses_an_empty_note(string title, string text, string code) =>
        WriteNoteHandler.Decide(title, text)!.Code.ShouldBe(code);

    private static async Task<string> TextAsync(WrittenTown town, CitizenId citizen, NoteId note) =>
        (await town.House.System.RunAsync(new SeeCitizen(citizen))).Value.Notes.Single(n => n.Id == note).Text;
}
