using Virker.Kernel;

namespace Virker.Tests.Kernel;

public sealed class CprTests
{
    [Fact]
    public void Accepts_a_number_that_does_not_pass_modulus_11()
    {
        Cpr.TryParse("020165-1234", out var cpr).ShouldBeTrue();
        cpr!.Value.PassesModulus11.ShouldBeFalse();
        cpr.Value.Born.ShouldBe(new DateOnly(1965, 1, 2));
    }

    [Theory]
    [InlineData("310265-1234")]
    [InlineData("0101651")]
    [InlineData("")]
    [InlineData(null)]
    public void Refuses_what_is_no_number(string? text) => Cpr.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Never_prints_the_running_number() => Cpr.Parse("0201651234").Value.ToString().ShouldBe("020165-••••");
}
