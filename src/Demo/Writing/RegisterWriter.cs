using Virker.Office;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Demo;

/// <summary>Writes a whole municipality into an empty database with the schema in it.</summary>
internal sealed class RegisterWriter(World world, MunicipalityKeys keys, Action<string> progress)
{
    private const int Report = 50_000;

    public async Task WriteAsync(DatabaseAddress database, CancellationToken ct)
    {
        await using var load = await BulkLoad.IntoAsync(database, ct);
        var tables = new Tables(load);
        foreach (var team in world.Roster.Teams.Append(world.Roster.HealthTeam))
            tables.Teams.Write(team.Id, team.Name, team.Area);
        foreach (var worker in world.Roster.Workers.Concat(world.Roster.Health))
            tables.Workers.Write(worker.Id, worker.Team, worker.Name, worker.Title);
        load.Table("team_departments", "team_id", "department")
            .Write(world.Roster.HealthTeam.Id, Department.Health.Code);
        var calendar = new CalendarWriter(world, load);
        calendar.WriteResources();
        calendar.WriteSlots();
        var outward = new OutwardWriter(world, load);
        outward.WriteAnswers();
        WritePeople(tables, calendar, outward, new MyPlanWriter(world, load), ct);
        WriteCompanies(tables);
        new NewcomerWriter(world, tables).Write();
        new BudgetWriter(world, tables).Write();
        tables.RegisterDates.Write("casework", world.Plan.Until);
        tables.RegisterDates.Write("eindkomst", HoursWriter.IncomeUntil(world.Plan));
        progress("Indekser bygges ...");
        await load.CompleteAsync(ct);
    }

    private void WritePeople(
        Tables tables,
        CalendarWriter calendar,
        OutwardWriter outward,
        MyPlanWriter plans,
        CancellationToken ct
    )
    {
        var citizens = new CitizenWriter(world, tables, keys);
        var youth = new YouthWriter(world, tables);
        var cases = new CaseWriter(world, tables);
        var reassessments = new ReassessmentWriter(world, tables);
        var meetings = new MeetingWriter(world, tables, calendar, outward);
        var interventions = new InterventionWriter(world, tables);
        var hours = new HoursWriter(world, tables);
        var notes = new NoteWriter(world, tables);
        for (var person = 0; person < world.People.Length; person++)
        {
            if (person % Report == 0)
            {
                ct.ThrowIfCancellationRequested();
                progress(
                    $"Borgere: {Danish.Number((decimal)person)} af {Danish.Number((decimal)world.People.Length)}"
                );
            }

            var given = citizens.Write(person, youth.Write(person, world.People[person].Education));
            cases.Write(person);
            reassessments.Write(person);
            if (cases.Turns.Count > 0) meetings.Write(person, cases.Turns);
            plans.Write(person, cases.Turns);
            interventions.Write(person);
            hours.Write(person);
            notes.Write(person, given, cases.Turns);
        }

        interventions.WriteNewcomers();
    }

    private void WriteCompanies(Tables tables)
    {
        progress("Virksomheder ...");
        var companies = new CompanyWriter(world, tables);
        companies.WriteCompanies();
        companies.WriteContacts();
        new JobOrderWriter(world, tables).Write();
    }
}
