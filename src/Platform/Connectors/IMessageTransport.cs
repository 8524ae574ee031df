using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// A message as it leaves the house. <paramref name="Id"/> is the same however often it is tried, so that a carrier can
/// know it again. Name, address and subject are each one line, whatever they were made from: a carrier puts them in
/// headers, where a second line would be another header.
/// </summary>
public sealed record OutgoingMessage(Guid Id, string Channel, string Name, string Address, string Subject, string Text)
{
    public string Name { get; } = CleanText.Line(Name);

    public string Address { get; } = CleanText.Line(Address);

    public string Subject { get; } = CleanText.Line(Subject);
}

/// <summary>Taken by the carrier of that name; it has not come to anybody yet.</summary>
public sealed record Dispatched(string Carrier);

/// <summary>
/// Carries messages to people: Digital Post, letter, text, e-mail. A refusal with the code <see cref="Undeliverable"/>
/// is final; any other is tried again later. It must bear to be given the same message twice.
/// </summary>
public interface IMessageTransport
{
    const string Undeliverable = "message.undeliverable";

    string Carrier { get; }

    /// <summary>False where messages only lie in a folder, and a person must carry them from there.</summary>
    bool IsConnected { get; }

    Task<Outcome<Dispatched>> SendAsync(OutgoingMessage message, CancellationToken ct = default);

    /// <summary>
    /// What no longer holds is taken back, where that can still be done; what a provider has taken cannot.
    /// </summary>
    Task TakeBackAsync(Guid id, string channel, CancellationToken ct = default) => Task.CompletedTask;
}

/// <summary>
/// Where no provider is connected: each message becomes a text file in the municipality's folder, readable by the
/// server's own user only. It says so, and never claims that anything has been sent.
/// </summary>
internal sealed class LocalOutTray(CurrentMunicipality municipality) : IMessageTransport
{
    public string Carrier => "mappen udgaaende";

    public bool IsConnected => false;

    public async Task<Outcome<Dispatched>> SendAsync(OutgoingMessage message, CancellationToken ct = default)
    {
        var path = PathOf(message.Id, message.Channel);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(
                path,
                $"Til: {message.Name}\nAdresse: {message.Address}\nEmne: {message.Subject}\n\n{message.Text}\n",
                ct
            );
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            return new Dispatched(Carrier);
        }
        catch (IOException problem)
        {
            return new Refusal("message.folder", $"Mappen kan ikke skrives: {problem.GetType().Name}.");
        }
    }

    public Task TakeBackAsync(Guid id, string channel, CancellationToken ct = default)
    {
        if (PathOf(id, channel) is var path && File.Exists(path)) File.Delete(path);
        return Task.CompletedTask;
    }

    private string PathOf(Guid id, string channel) =>
        Path.Combine(municipality.Value.Folder, "udgaaende", channel, $"{id:N}.txt");
}
