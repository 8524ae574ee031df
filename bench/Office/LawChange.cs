using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Virker.Casework;
using Virker.Demo;
using Virker.Economy;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Bench;

/// <summary>
/// How long after a rule of the contact course has been approved every due date of the municipality stands anew, asked
/// as the list of the day asks. One reads the regulation in, another approves it, and the first takes it back. Only for
/// a register that is thrown away: it stays in the journal.
/// </summary>
internal sealed class LawChange(ServiceProvider services, Municipality municipality)
{
    private const string Values =
        "contact_course.other.municipality;2020-01-01;2026-06-30;{0};måling;verified;2023-12-15\n";

    private readonly Actor _one = Controller("En"), _other = Controller("En anden");

    public static async Task<int> MeasureAsync(string data, int turns)
    {
        Environment.SetEnvironmentVariable("VIRKER_DATA", Path.GetFullPath(data));
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(new FictiveClock(TimeProvider.System))
            .AddSingleton<TimeProvider>(p => p.GetRequiredService<FictiveClock>())
            .AddVirker()
            .BuildServiceProvider();
        var municipality = services.GetRequiredService<MunicipalityCatalogue>().All[0];
        await services.GetRequiredService<Migrator>().MigrateAsync(municipality.Database, default);
        await services.GetRequiredService<FictiveClock>().SetAsync(services);
        await new LawChange(services, municipality).MeasureAsync(turns);
        return 0;
    }

    private async Task MeasureAsync(int turns)
    {
        var teams = (await AskAsync(Actor.System, new SeeTeams())).Value.All;
        var leader = new Actor(
            NewId.Of<UserId>(),
            "Måling",
            [RoleAssignment.Of(Role.TeamLeader, [.. teams.Select(t => t.Id.Value)])]
        );
        Task<Outcome<TeamToday>> Ask(TeamId team) => AskAsync(leader, new SeeTeamToday(team));
        var most = teams.MaxBy(t => t.RunningCases)!;
        Console.WriteLine(
            $"{teams.Sum(t => t.RunningCases)} løbende sager\n\n| Hvad | ms | MB i hukommelsen bagefter |\n|---|--:|--:|"
        );
        Row("første hele læsning", await TimedAsync(() => Ask(most.Id)));
        Row("spurgt igen", await TimedAsync(() => Ask(most.Id)));
        for (var turn = 0; turn < turns; turn++)
        {
            var before = Late((await Ask(most.Id)).Value);
            var read = (
                await AskAsync(_one, new ImportRegulation($"Måling {turn}", RegulationFileText(6)))
            ).Value;
            await AskAsync(_other, new ApproveRegulation(read.Id, 1));
            var took = await TimedAsync(() => Ask(most.Id));
            Row(
                $"reglen er ændret: {before} → {Late((await Ask(most.Id)).Value)} over fristen eller bagud i »{most.Name}«",
                took
            );
            await AskAsync(_one, new EndRegulation(read.Id, "Målingen er slut", 2));
            took = await TimedAsync(() => Ask(most.Id));
            Row($"reglen er taget tilbage: {Late((await Ask(most.Id)).Value)}", took);
        }
    }

    private static string RegulationFileText(int conversations) =>
        $"{Rules.RegulationFile.Header}\n{string.Format(System.Globalization.CultureInfo.InvariantCulture, Values, conversations)}";

    private static int Late(TeamToday team) => team.Workers.Sum(w => w.Overdue + w.Due);

    private static void Row(string what, TimeSpan took) =>
        Console.WriteLine(
            $"| {what} | {took.TotalMilliseconds:0} | {GC.GetTotalMemory(forceFullCollection: true) / 1_000_000} |"
        );

    private static async Task<TimeSpan> TimedAsync<T>(Func<Task<Outcome<T>>> ask)
    {
        var began = Stopwatch.GetTimestamp();
        var answer = await ask();
        var took = Stopwatch.GetElapsedTime(began);
        return answer.IsRefused ? throw new InvalidOperationException(answer.Refusal.Text) : took;
    }

    private static Actor Controller(string name) => new(NewId.Of<UserId>(), name, [RoleAssignment.Of(Role.Controller)]);

    private async Task<Outcome<TResult>> AskAsync<TResult>(Actor who, IRequest<TResult> request)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentMunicipality>().Value = municipality;
        var current = scope.ServiceProvider.GetRequiredService<CurrentActor>();
        (current.Value, current.Reference) = (who, "måling");
        return await scope.ServiceProvider.RunAsync(request);
    }
}
