using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Virker.Committee;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Committee;

/// <summary>What people have corrected is a test of the reader: run with today's reader, and written out for the
/// next.</summary>
public sealed class CorrectionsAsTestsTests
{
    [Theory, EachDatabase]
    public async Task Today_s_reader_is_held_against_what_people_said(Dialect dialect)
    {
        await using var room = await ReadingRoom.OnAsync(dialect);
        var id = await room.ReadAsync(ReadingRoom.Minutes, "referat.txt");
        var doubt = (await room.PartAsync(id, "punkt-2")).Fields.SelectMany(f => f.Reasons).First(r =>
            r.Code == "no_explicit_decision");
        (await room.SendAsync(id, "punkt-2", [doubt.Key])).Refusal.ShouldBeNull();
        await room.CorrectAsync(id, "punkt-1", ("items/0/title", "Dagsordenen"));

        var read = (await room.Clerk.DoneAsync(new CheckCorrections())).Readings.ShouldHaveSingleItem();

        (read.Met, read.Problem).ShouldBe((1, null));
        read.Missed.ShouldHaveSingleItem()
            .ShouldBe(new("Punkt 1: Dagsordenen", "Overskrift", "Dagsordenen", "Godkendelse af dagsorden",
            WasRight: false));
    }

    /// <summary>The reader read this once otherwise than today's: what is stored is that older reading.</summary>
    [Theory, EachDatabase]
    public async Task A_better_reader_meets_the_correction_and_a_worse_one_is_told_of(Dialect dialect)
    {
        await using var room = await ReadingRoom.OnAsync(dialect);
        var id = await room.ReadAsync(ReadingRoom.Minutes);
        await using (var scope = room.House.Scope(Actor.System))
        {
            var db = (VirkerContext)scope.ServiceProvider.GetService(typeof(VirkerContext))!;
            var answer = JsonNode.Parse(Packed.Text((await db.Set<ReadingTextRow>().AsNoTracking().SingleAsync())
                .Answer))!.AsObject();
            answer["items"]![0]!["title"] = "Godkendelse";
            await db.Set<ReadingTextRow>().ExecuteUpdateAsync(set =>
                set.SetProperty(t => t.Answer, Packed.Text(answer.ToJsonString())));
        }

        await room.CorrectAsync(id, "punkt-1", ("items/0/title", "Godkendelse af dagsorden"));
        var read = (await room.Clerk.DoneAsync(new CheckCorrections())).Readings.ShouldHaveSingleItem();
        (read.Met, read.Missed.Count).ShouldBe((1, 0));
    }

    [Theory, EachDatabase]
    public async Task Each_looked_through_paper_is_written_out_with_its_right_answer(Dialect dialect)
    {
        await using var room = await ReadingRoom.OnAsync(dialect);
        await room.ReadAsync(ReadingRoom.Plan, "plan.txt");
        var id = await room.ReadAsync(ReadingRoom.Minutes, "referat.txt");
        await room.CorrectAsync(id, "fremmoede", ("attendance/absent", "Carla Prøvesen (F)\nDorthe Prøvesen"));
        await room.CorrectAsync(id, "punkt-2", ("items/1/access", "open"));

        var one = (await room.Clerk.DoneAsync(new ExportCases())).Cases.ShouldHaveSingleItem(
            "the plan has not been looked through"
        );

        (one.FileName, Encoding.UTF8.GetString(one.Source)).ShouldBe(("referat.txt", ReadingRoom.Minutes));
        var answer = JsonNode.Parse(one.Answer)!;
        answer["schema"]!.ToString().ShouldBe("virker-minutes/1");
        answer["attendance"]!["absent"]!.AsArray().Select(p => $"{p!["name"]}|{p["party"]}")
            .ShouldBe(["Carla Prøvesen|F", "Dorthe Prøvesen|"]);
        (answer["items"]![1]!["access"]!.ToString(), answer["items"]![1]!["accessStated"]!.GetValue<bool>())
            .ShouldBe(("open", true));
        answer["items"]![0]!["number"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public void An_answer_is_the_same_when_it_is_read_back()
    {
        foreach (var text in new[] {
            ReadingRoom.Minutes + "\n\n\t2022\t2023\nVoksenlærlinge\t53\t96\nAnsøgninger\t60\t110\n",
            ReadingRoom.Minutes.Replace("Punkt 2:", "Punkt 1.2:", StringComparison.Ordinal), ReadingRoom.Plan })
        {
            var paper = PaperReader.Read(Encoding.UTF8.GetBytes(text)).Value;
            var answer = ReadAnswer.Of(paper);
            var again = answer.IsPlan ? ReadAnswer.Of(new(paper.Source, null, answer.ToPlan()))
                : ReadAnswer.Of(new(paper.Source, answer.ToMinutes(), null));
            again.Json.ShouldBe(answer.Json);
        }
    }
}
