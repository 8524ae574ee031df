using Virker.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Virker.Kernel;

namespace Virker.Tests.Kernel;

/// <summary>A number is Danish or a machine's, as its source says; what could be either is asked about.</summary>
public sealed class WrittenNumberTests
{
    [Theory]
    [InlineData("12,5", 12.5)]
    [InlineData("1.234", 1234)]
    [InlineData("1.234,5", 1234.5)]
    [InlineData("1.234.567", 1234567)]
    [InlineData("1 234", 1234)]
    [InlineData("1\u00A0234,50", 1234.5)]
    [InlineData("-0,06", -0.06)]
    [InlineData("−12", -12)]
    [InlineData("007", 7)]
    public void Danish_has_a_comma_before_decimals_and_groups_of_three(string written, double value) =>
        ((double)WrittenNumber.Read(written).Value).ShouldBe(value);

    [Theory]
    [InlineData("12.5", "12,5")]
    [InlineData("0.125", "0,125")]
    [InlineData("1.2", "1,2")]
    [InlineData("1234.567", "1234,567")]
    [InlineData("1.23", "1,23")]
    [InlineData("1.234.5", "1.234,5")]
    public void A_dot_that_parts_no_groups_of_three_is_asked_about(string written, string meant)
    {
        var refusal = WrittenNumber.Read(written, "Value").Refusal!;
        refusal.ShouldSatisfyAllConditions(
            r => r.Code.ShouldBe("number.dot"),
            r => r.Text.ShouldContain(meant),
            r => r.Field.ShouldBe("Value")
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("tolv")]
    [InlineData("1,2,3")]
    [InlineData("1,234.5")]
    [InlineData("12,")]
    [InlineData(",5")]
    [InlineData("1e5")]
    [InlineData("٣")]
    [InlineData("99999999999999999999999999999999")]
    public void What_is_no_Danish_number_is_refused(string written) =>
        WrittenNumber.Read(written).IsRefused.ShouldBeTrue();

    [Theory]
    [InlineData("12.5", 12.5)]
    [InlineData("-0.06", -0.06)]
    [InlineData("1234", 1234)]
    public void A_machine_has_a_dot_before_decimals_and_nothing_between_groups(string written, double value) =>
        ((double)WrittenNumber.Plain(written)!.Value).ShouldBe(value);

    [Fact]
    public void A_machines_number_with_a_comma_is_none() =>
        new[] { "12,5", "1,234", "1.234.5", "", null }.ShouldEachBe(text => WrittenNumber.Plain(text) == null);

    [Fact]
    public void A_whole_number_has_bounds_that_are_named()
    {
        WrittenNumber.Whole("1.000", "Antallet", 0, 2000).Value.ShouldBe(1000);
        WrittenNumber
            .Whole("2,5", "Antallet", 0, 2000, "Count")
            .Refusal!.Text.ShouldBe("Antallet skal være et helt tal mellem 0 og 2.000.");
        WrittenNumber.Whole("-1", "Antallet", 0, 2000).IsRefused.ShouldBeTrue();
    }

    [Fact]
    public void What_is_written_in_Danish_is_read_as_it_was() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<int>().Generator.Zip(Gen.Choose(0, 99)).ToArbitrary(),
                drawn =>
                {
                    var value = drawn.Item1 + (drawn.Item2 / 100m * Math.Sign(drawn.Item1));
                    return WrittenNumber
                            .Read(value.ToString("#,0.00", System.Globalization.CultureInfo.GetCultureInfo("da-DK")))
                            .Value == value;
                }
            )
            .QuickCheckThrowOnFailure();
}
