using FsCheck;
using FsCheck.Fluent;
using Virker.Casework;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Casework;

/// <summary>
/// Applications against a model: papers gather, coming again is counted, a decision is made once, and a citizen has one
/// case and one benefit whatever happens.
/// </summary>
[Trait("Pace", "Slow")]
public sealed class ApplicationModelTests
{
    private static readonly int[] Benefits = [2, 6];

    private sealed record Try(bool Decides, int Benefit, int Papers, bool Although);

    private sealed class Modelled
    {
        public Virker.Casework.ApplicationId Id { get; init; }

        public HashSet<string> Papers { get; } = [];

        public int Submissions { get; set; }

        public bool Decided { get; set; }
    }

    [Fact]
    public void Whatever_is_handed_in_and_decided_the_office_answers_as_the_model_does()
    {
        var attempt =
            from decides in Gen.Elements(true, false)
            from benefit in Gen.Elements(Benefits)
            from papers in Gen.Choose(0, 31)
            from although in Gen.Elements(true, false, false)
            select new Try(decides, benefit, papers, although);
        Prop.ForAll(Arb.From(attempt.ListOf(10)), tries => RunAsync([.. tries]).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(25));
    }

    private static async Task<bool> RunAsync(IReadOnlyList<Try> tries)
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        var (citizen, cpr) = await office.StrangerAsync();
        Dictionary<int, Modelled> newest = [];
        int? running = null;
        foreach (var attempt in tries)
        {
            if (!attempt.Decides)
                await HandInAsync(office, cpr, attempt, newest);
            else if (
                newest.GetValueOrDefault(attempt.Benefit) is { } application
                && await DecideAsync(office, citizen, attempt, application)
            )
                running = attempt.Benefit;
            (await office.House.ReadAsync("select benefit from benefit_spells where to_day is null"))
                .Select(Convert.ToInt32)
                .ShouldBe(running is { } benefit ? [benefit] : []);
            (await office.House.CountAsync("cases")).ShouldBe(running is null ? 0 : 1);
        }

        return true;
    }

    private static async Task HandInAsync(JobOffice office, string cpr, Try attempt, Dictionary<int, Modelled> newest)
    {
        var papers = DocumentList
            .For(attempt.Benefit)
            .Where((_, i) => (attempt.Papers >> i & 1) == 1)
            .Select(d => d.Code)
            .ToList();
        var registered = await office.Anna.DoneAsync(new RegisterApplication(cpr, attempt.Benefit, "Opsagt", papers));
        if (newest.GetValueOrDefault(attempt.Benefit) is not { Decided: false } open)
            newest[attempt.Benefit] = open = new Modelled { Id = registered.Id };
        open.Papers.UnionWith(papers);
        open.Submissions++;
        (registered.Id, registered.Submissions).ShouldBe((open.Id, open.Submissions));
    }

    private static async Task<bool> DecideAsync(JobOffice office, CitizenId citizen, Try attempt, Modelled application)
    {
        var complete = DocumentList.For(attempt.Benefit).All(d => application.Papers.Contains(d.Code));
        var expected =
            application.Decided ? "application.decided"
            : complete || attempt.Although ? null
            : "application.missing";
        var decided = await office.Anna.RunAsync(
            new DecideApplication(
                citizen,
                application.Id,
                application.Submissions,
                attempt.Benefit == 6 ? 6 : 2,
                Segment.InDemand,
                office.Anna.User
            )
            {
                AlthoughMissing = attempt.Although,
            }
        );
        decided.Refusal?.Code.ShouldBe(expected ?? "done");
        decided.IsRefused.ShouldBe(expected is not null);
        if (expected is null) application.Decided = true;
        return expected is null;
    }
}
