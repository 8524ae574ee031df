namespace Virker.Platform;

/// <summary>
/// Where the outside parties answer. An installation that reaches them through a proxy of its own, and a test's
/// stand-in, have other addresses.
/// </summary>
internal sealed record ConnectorAddresses(Uri Jobindsats, Uri StatBank)
{
    public static ConnectorAddresses FromEnvironment() => new(
        Of("VIRKER_JOBINDSATS", "https://api.jobindsats.dk/"),
        Of("VIRKER_STATBANK", "https://api.statbank.dk/"));

    private static Uri Of(string variable, string usual) =>
        Uri.TryCreate(Environment.GetEnvironmentVariable(variable), UriKind.Absolute, out var other)
            ? other
            : new(usual);
}
