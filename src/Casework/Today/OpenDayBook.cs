using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// Turns the book to today before anybody asks: after a start, after midnight, when all of it is read, and when news
/// wakes it (<see cref="RenewsDayBook"/>).
/// </summary>
internal sealed class OpenDayBook(DayBook book) : IJob
{
    internal const string JobName = "casework.day-book";

    public string Name => JobName;

    public string Title => "Dagens liste gøres klar";

    public JobPlan Plan => JobPlan.Every(TimeSpan.FromMinutes(1));

    public async Task<Outcome<Done>> RunAsync(CancellationToken ct = default)
    {
        await book.CurrentAsync(ct);
        return Done.It;
    }
}
