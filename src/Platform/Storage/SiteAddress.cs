namespace Virker.Platform;

/// <summary>
/// Where a municipality's pages answer, for the links in what is sent. That is its first host name; a fictive one has
/// no name of its own and answers where this server listens, on this machine.
/// </summary>
public sealed class SiteAddress
{
    /// <summary>
    /// An address that the server listens on, such as "http://localhost:5080"; null where nothing listens, as on the
    /// command line.
    /// </summary>
    public string? Listening { get; set; }

    /// <summary>Without a slash at the end.</summary>
    public string Of(Municipality municipality) =>
        municipality.IsFictive && Uri.TryCreate(Listening, UriKind.Absolute, out var here) && here.IsLoopback
            ? here.GetLeftPart(UriPartial.Authority)
            : $"https://{municipality.Hosts[0]}";
}
