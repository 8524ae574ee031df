using Virker.Kernel;

namespace Virker.Tests.Kernel;

public sealed class RefusalTests
{
    private static readonly Refusal Name = new("thing.name", "Skriv navnet.", Field: "Name");
    private static readonly Refusal LongName = new("thing.long", "Skriv højst ti tegn.", Field: "Name");
    private static readonly Refusal Day = new("thing.day", "Vælg dagen.", Field: "Day");
    private static readonly Refusal Closed = new("thing.closed", "Sagen er lukket.");

    [Fact]
    public void All_fields_are_told_of_and_of_each_the_first_thing() =>
        Codes(Refusal.Each(Name, null, LongName, Day)).ShouldBe(["thing.name", "thing.day"]);

    [Fact]
    public void What_cannot_be_done_however_it_is_written_stands_alone()
    {
        Codes(Refusal.Each(null, Closed, Name, Day)).ShouldBe(["thing.closed"]);
        Codes(Refusal.Each(Name, Closed)).ShouldBe(["thing.name", "thing.closed"]);
    }

    [Fact]
    public void Nothing_wrong_is_no_refusal() => Refusal.Each(null, null).ShouldBeNull();

    [Fact]
    public void Checks_in_checks_keep_their_order()
    {
        var both = Refusal.Each(Refusal.Each(Name, Day), LongName)!;
        Codes(both).ShouldBe(["thing.name", "thing.day"]);
        Codes(both.Placed(field => $"Step.{field}")).ShouldBe(["thing.name", "thing.day"]);
        both.Placed(field => $"Step.{field}").Every().Select(r => r.Field).ShouldBe(["Step.Name", "Step.Day"]);
        both.Said(r => r.Code).Every().Select(r => r.Text).ShouldBe(["thing.name", "thing.day"]);
    }

    private static IEnumerable<string> Codes(Refusal? refusal) => refusal?.Every().Select(r => r.Code) ?? [];
}
