using Microsoft.Extensions.DependencyInjection;
using Virker.Casework;
using Virker.Companies;
using Virker.Insight;
using Virker.Newcomers;
using Virker.Platform;
using Virker.Tests.Demo;
using Virker.Tests.Support;
using Virker.Youth;

namespace Virker.Tests.Casework;

/// <summary>What the modules' fact sources read, against plain SQL over the same tables.</summary>
public sealed class RegisterFactsTests
{
    private static readonly int First = new DateOnly(2023, 1, 1).DayNumber;
    private static readonly int Last = new DateOnly(2023, 12, 31).DayNumber;

    [Theory, EachDatabase]
    public async Task Figures_stand_on_the_same_rows_as_the_register(Dialect dialect)
    {
        await using var town = await WrittenTown.OnAsync(dialect, 2000);
        var facts = await LoadAsync(town);
        facts
            .Keys.Select(t => t.Id)
            .Order(StringComparer.Ordinal)
            .ShouldBe(
                new[]
                {
                    ApprenticeFacts.Table,
                    BenefitFacts.Table,
                    CompanyActivityFacts.Table,
                    ConversationFacts.Table,
                    EducationFacts.Table,
                    EmploymentFacts.Table,
                    ProgrammeFacts.Table,
                    InterventionFacts.Table,
                    PaidHoursFacts.Table,
                    PartialReturnFacts.Table,
                    PartnershipFacts.Table,
                    PermitFacts.Table,
                    PersonFacts.Table,
                    QualificationFacts.Table,
                    ResidenceFacts.Table,
                    SchoolLeavingFacts.Table,
                    SpouseSupportFacts.Table,
                    OpenCaseFacts.Table,
                    CaseWorkerFacts.Table,
                    WorkerChangeFacts.Table,
                    SchemeFacts.Table,
                    SanctionFacts.Table,
                    ResultGrantFacts.Table,
                    DanishCourseFacts.Table,
                    RepatriationFacts.Table,
                    DueConversationFacts.Table,
                    WorkDutyFacts.Table,
                    PlacementFacts.Table,
                    ProvidedFacts.Table,
                    ActiveCompanyFacts.Table,
                    ContactFacts.Table,
                    QuotaFacts.Table,
                    SurveyFacts.Table,
                }
                    .Select(t => t.Id)
                    .Order(StringComparer.Ordinal)
            );
        foreach (
            var (table, sql) in new[]
            {
                (PersonFacts.Table, "citizens"),
                (PaidHoursFacts.Table, "paid_hours"),
                (EmploymentFacts.Table, "employment_spells"),
                (ConversationFacts.Table, "meetings where status = 'afholdt'"),
                (InterventionFacts.Table, "interventions"),
                (ApprenticeFacts.Table, "adult_apprentices"),
                (PermitFacts.Table, "newcomers"),
                (EducationFacts.Table, "education_spells"),
                (OpenCaseFacts.Table, "case_assignments"),
                (CaseWorkerFacts.Table, "case_assignments"),
                (SanctionFacts.Table, "sanctions"),
                (ResultGrantFacts.Table, "result_grants"),
                (DanishCourseFacts.Table, "danish_courses"),
                (RepatriationFacts.Table, "newcomers where repatriated_on is not null"),
                (PartnershipFacts.Table, "companies where partnership_since is not null"),
                (PlacementFacts.Table, "interventions where company_id is not null and workplace is not null"),
                (ProvidedFacts.Table, "interventions where company_id is not null and workplace is null"),
                (ActiveCompanyFacts.Table, "companies"),
                (ContactFacts.Table, "company_contacts"),
                (QuotaFacts.Table, "newcomer_quotas"),
            }
        )
            facts[table].Count.ShouldBe((int)await town.NumberAsync($"select count(*) from {sql}"), table.Id);
        var activities =
            (await town.NumberAsync("select count(*) from company_contacts"))
            + (await town.NumberAsync("select count(*) from job_orders"))
            + (await town.NumberAsync("select count(*) from hires"))
            + (
                await town.NumberAsync(
                    "select count(*) from interventions where company_id is not null and workplace is not null"
                )
            );
        facts[CompanyActivityFacts.Table].Count.ShouldBe((int)activities);
    }

    [Theory, EachDatabase]
    public async Task Days_on_a_benefit_come_out_as_in_the_register_with_target_group_and_team(Dialect dialect)
    {
        await using var town = await WrittenTown.OnAsync(dialect, 2000);
        var benefits = (await LoadAsync(town))[BenefitFacts.Table];
        var (benefit, group, team) = (
            benefits[BenefitFacts.Benefit],
            benefits[BenefitFacts.TargetGroup],
            benefits[TeamFacts.Team]
        );
        foreach (var code in new[] { 1, 3, 6, 9, 12 })
        {
            var days = Enumerable
                .Range(0, benefits.Count)
                .Where(i => benefit[i] == code)
                .Sum(i => Math.Max(0, Math.Min(benefits.To[i], Last) - Math.Max(benefits.From[i], First) + 1));
            var sql = new Virker.Demo.RegisterSql(dialect);
            days.ShouldBe(
                (int)
                    await town.NumberAsync(
                        $"select sum({sql.Days(DateOnly.FromDayNumber(First), DateOnly.FromDayNumber(Last))}) from benefit_spells where benefit = {code} and from_day <= '2023-12-31' and (to_day is null or to_day >= '2023-01-01')"
                    )
            );
        }

        var withCase = Enumerable.Range(0, benefits.Count).Where(i => benefit[i] is >= 1 and <= 4).ToList();
        withCase.ShouldEachBe(i => group[i] >= 1 && group[i] <= 5);
        withCase.ShouldEachBe(i => team[i] > 0);
    }

    /// <summary>
    /// The interventions are the same ones, whether one asks for the kind, the company or the provider.
    /// </summary>
    [Fact]
    public async Task What_follows_an_intervention_can_be_told_by_kind_company_and_provider()
    {
        await using var town = await WrittenTown.OnAsync(Dialect.Sqlite, 4000);
        var store = await StoreAsync(town);
        foreach (
            var (id, dimensions) in new[]
            {
                ("effekt.virksomhed-3-maaneder", new[] { "kind", "workplace", "industry", "company" }),
                ("effekt.leverandoer-3-maaneder", ["kind", "provider"]),
                ("effekt.indsatser-3-maaneder", ["kind"]),
            }
        )
        {
            var indicator = HouseCatalogue.It.Get(id);
            var year = indicator.LatestPeriod(store.DataDate);
            var whole = indicator.Evaluate(store, year);
            foreach (var dimension in dimensions)
            {
                var split = FigureDimension.Of(store, indicator).Single(d => d.Id == dimension);
                var parts = split
                    .Groups.Select(g => g.In(store, indicator).Evaluate(store, year))
                    .Where(f => f.Value is not null)
                    .ToList();
                parts.Count.ShouldBeGreaterThan(1, $"{id} by {dimension}");
                parts
                    .Sum(f => f.Result.Denominator!.Value.Rounded(0))
                    .ShouldBe(whole.Result.Denominator!.Value.Rounded(0), $"{id} by {dimension}");
                parts
                    .Sum(f => f.Result.Numerator!.Value.Rounded(0))
                    .ShouldBe(whole.Result.Numerator!.Value.Rounded(0), $"{id} by {dimension}");
            }
        }
    }

    [Fact]
    public void A_spell_whose_target_group_changes_becomes_two_rows()
    {
        List<BenefitFactSource.Span> groups = [new(10, 19, 2), new(20, 24, 3), new(30, FactTable.Open, 2)];
        BenefitFactSource.Pieces(groups, 15, 40).ShouldBe([(15, 19, 2), (20, 24, 3), (25, 29, 0), (30, 40, 2)]);
        BenefitFactSource.Pieces(groups, 32, FactTable.Open).ShouldBe([(32, FactTable.Open, 2)]);
        BenefitFactSource.Pieces(null, 1, 5).ShouldBe([(1, 5, 0)]);
    }

    [Fact]
    public async Task Stamps_change_when_the_register_does()
    {
        await using var town = await WrittenTown.OnAsync(Dialect.Sqlite);
        var before = await StampsAsync(town);
        (await StampsAsync(town)).ShouldBe(before);
        await town.House.ReadAsync("delete from paid_hours where month = (select max(month) from paid_hours)");
        var after = await StampsAsync(town);
        after.Except(before).Count().ShouldBe(2, "the paid hours, and the work duty that they count in");
    }

    private static async Task<List<string>> StampsAsync(WrittenTown town)
    {
        await using var scope = town.House.Scope(Actor.System);
        var stamps = new List<string>();
        foreach (var source in scope.ServiceProvider.GetServices<IFactSource>())
            stamps.Add(await source.VersionAsync(default));
        return stamps;
    }

    internal static async Task<FactStore> StoreAsync(WrittenTown town, DateOnly? dataDate = null) =>
        new(dataDate ?? new(2024, 3, 31), "test", [.. (await LoadAsync(town)).Values]);

    private static async Task<Dictionary<TableDeclaration, FactTable>> LoadAsync(WrittenTown town)
    {
        await using var scope = town.House.Scope(Actor.System);
        var register = scope.ServiceProvider.GetRequiredService<IPersonRegister>();
        var load = new FactLoad((await register.DataDateAsync(default))!.Value, await register.NumbersAsync(default));
        foreach (var source in scope.ServiceProvider.GetServices<IFactSource>()) await source.LoadAsync(load, default);
        return load.Tables.ToDictionary(t => t.Declaration);
    }
}
