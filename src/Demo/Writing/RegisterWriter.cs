using Virker.Casework;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Demo;

/// <summary>A whole municipality, as its registers deliver it.</summary>
internal sealed class RegisterWriter(World world, Action<string> progress)
{
    private const int Report = 50_000;

    private readonly List<Registered> _register = [];

    public Delivery Deliver() => new(Everything());

    private IEnumerable<Registered> Everything()
    {
        WriteOffice();
        var calendar = new CalendarWriter(world, _register);
        calendar.WriteResources();
        calendar.WriteSlots();
        var outward = new OutwardWriter(world, _register);
        outward.WriteAnswers();
        progress("Virksomheder ...");
        var companies = new CompanyWriter(world, _register);
        companies.WriteCompanies();
        companies.WriteContacts();
        foreach (var what in Written()) yield return what;
        foreach (var what in People(new MeetingWriter(world, _register, calendar, outward))) yield return what;
        new JobOrderWriter(world, _register).Write();
        new NewcomerWriter(world, _register).Write();
        new BudgetWriter(world, _register).Write();
        _register.Add(new RegisteredDate("casework", world.Plan.Until));
        _register.Add(new RegisteredDate("eindkomst", HoursWriter.IncomeUntil(world.Plan)));
        foreach (var what in Written()) yield return what;
        progress("Indekser bygges ...");
    }

    private void WriteOffice()
    {
        foreach (var team in world.Roster.Teams) _register.Add(new RegisteredTeam(team.Id, team.Name, team.Area));
        var health = world.Roster.HealthTeam;
        _register.Add(new RegisteredTeam(health.Id, health.Name, health.Area, Department.Health));
        foreach (var worker in world.Roster.Workers.Concat(world.Roster.Health))
            _register.Add(new RegisteredWorker(worker.Id, worker.Team, worker.Name, worker.Title));
    }

    private IEnumerable<Registered> People(MeetingWriter meetings)
    {
        var citizens = new CitizenWriter(world, _register);
        var youth = new YouthWriter(world, _register);
        var cases = new CaseWriter(world, _register);
        var reassessments = new ReassessmentWriter(world, _register);
        var plans = new MyPlanWriter(world, _register);
        var interventions = new InterventionWriter(world, _register);
        var hours = new HoursWriter(world, _register);
        var notes = new NoteWriter(world, _register);
        for (var person = 0; person < world.People.Length; person++)
        {
            if (person % Report == 0)
                progress(
                    $"Borgere: {Danish.Number((decimal)person)} af {Danish.Number((decimal)world.People.Length)}"
                );
            var given = citizens.Write(person, youth.Draw(person, world.People[person].Education));
            youth.Write(person);
            cases.Write(person);
            reassessments.Write(person);
            if (cases.Turns.Count > 0) meetings.Write(person, cases.Turns);
            plans.Write(person, cases.Turns);
            interventions.Write(person);
            hours.Write(person);
            notes.Write(person, given, cases.Turns);
            foreach (var what in Written()) yield return what;
        }

        interventions.WriteNewcomers();
        foreach (var what in Written()) yield return what;
    }

    /// <summary>What has been written since the last time.</summary>
    private List<Registered> Written()
    {
        List<Registered> written = [.. _register];
        _register.Clear();
        return written;
    }
}
