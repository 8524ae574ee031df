using Microsoft.Extensions.DependencyInjection;
using Virker.Casework;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Demo;

/// <summary>
/// The installation's clock. Where every municipality is fictive it goes from the working day after the register's last
/// day, so that the fictive conversations and meetings lie ahead, as they do at work; where one is real it is the real
/// time.
/// </summary>
public sealed class FictiveClock(TimeProvider real) : TimeProvider
{
    private TimeSpan _shift;

    public override TimeZoneInfo LocalTimeZone => real.LocalTimeZone;

    public bool IsShifted => _shift != TimeSpan.Zero;

    public override DateTimeOffset GetUtcNow() => real.GetUtcNow() + _shift;

    /// <summary>Set once, before the first request.</summary>
    public async Task SetAsync(IServiceProvider services)
    {
        var all = services.GetRequiredService<MunicipalityCatalogue>().All;
        if (all.Count == 0 || all.Any(m => !m.IsFictive)) return;
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentMunicipality>().Value = all[0];
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Value = Actor.System;
        var register = await scope
            .ServiceProvider.GetRequiredService<IUseCase<AskRegisterDate, RegisterDate>>()
            .RunAsync(new());
        if (!register.IsRefused && register.Value.LastDay is { } last)
            Follow(last);
    }

    /// <summary>Stands on the working day after a register's last day.</summary>
    private void Follow(DateOnly registerEnds) =>
        _shift = TimeSpan.FromDays(
            PublicHolidays.NextWorkingDay(registerEnds).DayNumber - real.GetUtcNow().DanishDate().DayNumber
        );
}
