using Virker.Casework;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Web;

/// <summary>
/// The installation's clock. Where every municipality is fictive it goes from the day after the register's last day, so that the fictive
/// conversations and meetings lie ahead, as they do at work; where one is real it is the real time.
/// </summary>
internal sealed class FictiveClock : TimeProvider
{
    private TimeSpan _shift;

    public override TimeZoneInfo LocalTimeZone => System.LocalTimeZone;

    public bool IsShifted => _shift != TimeSpan.Zero;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _shift;

    /// <summary>Set once, before the first request.</summary>
    public async Task SetAsync(IServiceProvider services)
    {
        var all = services.GetRequiredService<MunicipalityCatalogue>().All;
        if (all.Count == 0 || all.Any(m => !m.IsFictive)) return;
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentMunicipality>().Value = all[0];
        var register = await scope.ServiceProvider.GetRequiredService<IUseCase<AskRegisterDate, RegisterDate>>().RunAsync(new());
        if (register.IsRefused || register.Value.LastDay is not { } last) return;
        var now = System.GetUtcNow();
        var days = NextWorkingDay(last).DayNumber - now.DanishDate().DayNumber;
        _shift = TimeSpan.FromDays(days);
    }

    private static DateOnly NextWorkingDay(DateOnly day)
    {
        do day = day.AddDays(1);
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        return day;
    }
}
