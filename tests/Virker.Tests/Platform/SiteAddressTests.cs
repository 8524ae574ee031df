using Virker.Platform;

namespace Virker.Tests.Platform;

/// <summary>
/// A link in a message can be followed: a municipality answers under its name, the fictive one where the server
/// listens.
/// </summary>
public sealed class SiteAddressTests
{
    [Theory]
    [InlineData(true, "http://localhost:5090", "http://localhost:5090")]
    [InlineData(true, "http://127.0.0.1:5090/", "http://127.0.0.1:5090")]
    [InlineData(true, null, "https://solby.example")]
    [InlineData(true, "http://[::]:5090", "https://solby.example")]
    [InlineData(false, "http://localhost:5090", "https://solby.example")]
    public void It_is_where_the_pages_answer(bool isFictive, string? listening, string address)
    {
        var municipality = new Municipality(
            "999",
            "Solby Kommune",
            "solby",
            ["solby.example", "localhost"],
            new(Dialect.Sqlite, "Data Source=x"),
            "/tmp/solby"
        )
        {
            IsFictive = isFictive,
        };
        new SiteAddress { Listening = listening }
            .Of(municipality)
            .ShouldBe(address);
    }
}
