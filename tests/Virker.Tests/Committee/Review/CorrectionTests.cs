using Virker.Committee;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Committee;

public sealed class CorrectionTests
{
    [Theory, EachDatabase]
    public async Task Each_field_says_how_sure_it_is_and_where_it_stands(Dialect dialect)
    {
        await using var room = await ReadingRoom.OnAsync(dialect);
        var id = await room.ReadAsync(ReadingRoom.Minutes);
        var head = await room.PartAsync(id, "moedet");
        Field(head, "document/committee").ShouldSatisfyAllConditions(f =>
            f.Value.ShouldBe("Beskæftigelsesudvalget"), f => f.Confidence.ShouldBe(Confidence.Printed), f =>
            f.Line.ShouldBe(3));
        Field(head, "document/meetingDate").ShouldSatisfyAllConditions(f => f.Value.ShouldBe("08-01-2024"), f =>
            f.Line.ShouldBe(5));
        Field(head, "document/end").Confidence.ShouldBe(Confidence.NotPrinted);
        var item = await room.PartAsync(id, "punkt-2");
        item.Heading.ShouldBe("Punkt 2: Status på bagerlærlinge");
        var kind = Field(item, "items/1/decisions/0/kind");
        (kind.Confidence, kind.IsDoubtful).ShouldBe((Confidence.Doubtful, true));
        kind.Reasons.ShouldHaveSingleItem().Line.ShouldNotBeNull();
        Field(await room.PartAsync(id, "punkt-1"), "items/0/decisions/0/kind").Confidence.ShouldBe(Confidence.Derived);
    }

    [Theory, EachDatabase]
    public async Task A_correction_stands_beside_what_was_read_and_can_be_undone(Dialect dialect)
    {
        await using var room = await ReadingRoom.OnAsync(dialect);
        var id = await room.ReadAsync(ReadingRoom.Minutes);
        var before = (await room.SeeAsync(id)).Reading.Doubts;
        await room.CorrectAsync(id, "punkt-2", ("items/1/decisions/0/kind", "discussed"),
            ("items/1/title", "Status på lærlinge hos bagere"));
        var part = await room.PartAsync(id, "punkt-2");
        Field(part, "items/1/title").ShouldSatisfyAllConditions(f => f.Read.ShouldBe("Status på bagerlærlinge"), f =>
            f.Value.ShouldBe("Status på lærlinge hos bagere"), f => f.Confidence.ShouldBe(Confidence.Corrected),
            f => f.Correction!.By.ShouldBe(room.Clerk.Actor.Name), f =>
                f.Correction!.Was.ShouldBe("Status på bagerlærlinge"));
        Field(part, "items/1/decisions/0/kind").IsDoubtful.ShouldBeFalse();
        (await room.SeeAsync(id)).Reading.ShouldSatisfyAllConditions(r => r.Doubts.ShouldBe(before - 1), r =>
            r.Corrections.ShouldBe(2));

        (await room.SendAsync(id, "punkt-2", undo: "items/1/title")).Refusal.ShouldBeNull();
        Field(await room.PartAsync(id, "punkt-2"), "items/1/title").ShouldSatisfyAllConditions(f =>
            f.Value.ShouldBe("Status på bagerlærlinge"), f => f.Correction.ShouldBeNull());
        (await room.House.CountAsync("committee_reading_corrections")).ShouldBe(1, "the other one stands");
    }

    [Theory, EachDatabase]
    public async Task A_doubt_that_was_read_rightly_is_settled_and_can_be_opened_again(Dialect dialect)
    {
        await using var room = await ReadingRoom.OnAsync(dialect);
        var id = await room.ReadAsync(ReadingRoom.Minutes);
        var reason = Field(await room.PartAsync(id, "punkt-2"), "items/1/decisions/0/kind").Reasons.Single();
        (await room.SendAsync(id, "punkt-2", [reason.Key])).Refusal.ShouldBeNull();
        var kind = Field(await room.PartAsync(id, "punkt-2"), "items/1/decisions/0/kind");
        (kind.Confidence, kind.Reasons.Single().SettledBy).ShouldBe((Confidence.Confirmed, room.Clerk.Actor.Name));
        (await room.SendAsync(id, "punkt-2")).Refusal.ShouldBeNull();
        Field(await room.PartAsync(id, "punkt-2"), "items/1/decisions/0/kind").IsDoubtful.ShouldBeTrue();
    }

    [Theory, EachDatabase]
    public async Task A_form_that_is_sent_as_it_stands_changes_nothing_in_any_part(Dialect dialect)
    {
        await using var room = await ReadingRoom.OnAsync(dialect);
        foreach (var id in new[] { await room.ReadAsync(ReadingRoom.Minutes),
            await room.ReadAsync(ReadingRoom.Plan, "plan.txt") })
        {
            var (version, journal) =
                ((await room.SeeAsync(id)).Reading.Version, await room.House.CountAsync("journal"));
            foreach (var part in (await room.SeeAsync(id)).Parts) (await room.SendAsync(id, part.Id))
                .Refusal.ShouldBeNull(part.Id);
            (await room.House.CountAsync("committee_reading_corrections")).ShouldBe(0);
            ((await room.SeeAsync(id)).Reading.Version, await room.House.CountAsync("journal"))
                .ShouldBe((version, journal));
        }
    }

    [Theory, EachDatabase]
    public async Task Everything_that_is_wrong_is_said_at_once_and_nothing_is_saved(Dialect dialect)
    {
        await using var room = await ReadingRoom.OnAsync(dialect);
        var id = await room.ReadAsync(ReadingRoom.Minutes);
        var sent = await room.SendAsync(id, "moedet",
            written: [("document/meetingDate", "32-13-2024"), ("handlingOrder", "1, to"),
            ("document/documentType", "roman")]);
        sent.Refusal!.Every().Select(r => r.Field)
            .ShouldBe(["Fields[document/documentType]", "Fields[document/meetingDate]", "Fields[handlingOrder]"],
            ignoreOrder: true);
        (await room.House.CountAsync("committee_reading_corrections")).ShouldBe(0);
        (await room.SendAsync(id, "moedet", version: 1)).Refusal!.Code.ShouldBe("conflict.changed-meanwhile");
    }

    [Theory, EachDatabase]
    public async Task An_item_that_was_not_read_is_written_in_its_place_and_one_that_is_not_there_goes(Dialect dialect)
    {
        await using var room = await ReadingRoom.OnAsync(dialect);
        var id = await room.ReadAsync(ReadingRoom.Minutes.Replace("Punkt 2:", "Punkt 3:", StringComparison.Ordinal));
        var added = await room.CorrectAsync(id, "nyt-punkt", ("items/2/number", "2"),
            ("items/2/title", "Besøg i bageriet"), ("items/2/decisions/0/text", "Godkendt."),
            ("items/2/decisions/0/kind", "approved"));
        await room.CorrectAsync(id, "punkt-1", ("items/0/removed", "true"));
        added.Part.ShouldBe("punkt-3");
        var answer = (await room.Clerk.DoneAsync(new ExportCases(id))).Cases.Single().Answer;
        var items = System.Text.Json.Nodes.JsonNode.Parse(answer)!["items"]!.AsArray();
        items.Select(i => $"{i!["number"]} {i["title"]}").ShouldBe(["2 Besøg i bageriet", "3 Status på bagerlærlinge"]);
        items[0]!["decisions"]![0]!["text"]!.AsArray().Select(t => t!.ToString()).ShouldBe(["Godkendt."]);
    }

    [Theory, EachDatabase]
    public async Task A_plan_s_target_is_corrected_number_direction_and_unit(Dialect dialect)
    {
        await using var room = await ReadingRoom.OnAsync(dialect);
        var id = await room.ReadAsync(ReadingRoom.Plan, "plan.txt");
        var part = (await room.SeeAsync(id)).Parts.First(p => p.Id != "planen");
        var value = part.Fields.First(f => f.Path.EndsWith("/value", StringComparison.Ordinal));
        value.Value.ShouldNotBeNull();
        await room.CorrectAsync(
            id,
            part.Id,
            (value.Path, "175,5"),
            (value.Path.Replace("/value", "/comparator"), "<"),
            (value.Path.Replace("/value", "/condition"), "hvis bageriet er med")
        );
        var answer = System.Text.Json.Nodes.JsonNode.Parse(
            (await room.Clerk.DoneAsync(new ExportCases(id))).Cases.Single().Answer
        )!;
        var measure = answer["themes"]![0]!["measures"]![0]!;
        (measure["value"]!.GetValue<decimal>(), measure["comparator"]!.ToString(), measure["condition"]!.ToString())
            .ShouldBe((175.5m, "<", "hvis bageriet er med"));
    }

    private static ReadingField Field(ReadingPart part, string path) => part.Fields.Single(f => f.Path == path);
}
