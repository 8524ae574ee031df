using Virker.Kernel;
using Virker.Platform;

namespace Virker.Demo;

/// <summary>
/// The demo's sign-ins: one or more for each role, without passwords, since the demo signs in by picking a role.
/// </summary>
internal static class DemoAccounts
{
    /// <summary>Teams that the demo shows, by area, and the role of their workers.</summary>
    private static readonly (string Area, Role Role)[] Shown =
    [
        ("Sygedagpenge", Role.CaseWorker),
        ("Kontanthjælp, aktivitetsparate", Role.CaseWorker),
        ("Nyankomne", Role.CaseWorker),
        ("Unge under 30", Role.YouthCounsellor),
    ];

    private static readonly (string UserName, string Name, Role Role, string Presentation)[] Others =
    [
        ("controller", "Birgitte Holm", Role.Controller, "Controller i økonomi og nøgletal"),
        ("udvalgssekretaer", "Anders Winther", Role.Clerk, "Sekretær for beskæftigelsesudvalget"),
        ("dpo", "Lone Skov", Role.DataProtectionOfficer, "Databeskyttelsesrådgiver"),
        ("administrator", "Peter Bach", Role.Administrator, "Administrator af brugere og roller"),
        ("formand", "Helle Ravn", Role.Politician, "Formand for beskæftigelsesudvalget"),
        ("udvalgsmedlem", "Jens Damgaard", Role.Politician, "Medlem af beskæftigelsesudvalget"),
    ];

    public static IEnumerable<CreateAccount> Of(World world)
    {
        var from = world.Plan.From;
        foreach (var (area, role) in Shown)
        {
            var team = world.Roster.Teams.First(t => t.Area == area);
            var workers = world.Roster.Workers.Where(w => w.Team == team.Id).ToList();
            yield return Employee(workers[1], role, $"{role.Name} i {team.Name}", team, from);
            yield return Employee(workers[0], Role.TeamLeader, $"Teamleder i {team.Name}", team, from);
        }

        var service = world.Roster.Teams.First(t => t.Id == world.Roster.Consultants[0].Team);
        yield return Employee(
            world.Roster.Consultants[0],
            Role.CompanyConsultant,
            $"Virksomhedskonsulent i {service.Name}",
            service,
            from
        );
        yield return Employee(
            world.Roster.Health[0],
            Role.PlanPartner,
            "Sundhedskonsulent, med i borgeres planer",
            world.Roster.HealthTeam,
            from
        );
        foreach (var (userName, name, role, presentation) in Others)
        {
            yield return new CreateAccount(userName, name, null, [RoleAssignment.Of(role)])
            {
                ActiveFrom = from,
                Presentation = presentation,
            };
        }

        yield return Citizen(world, from);
        var company = world.Companies.OfThree[0];
        yield return new CreateAccount("virksomhed", $"Kontakt i {company.Name}", null, [RoleAssignment.Of(Role.Company)])
            { ActiveFrom = from, Company = company.Id, Presentation = $"Virksomhedskontakt i {company.Name}" };
    }

    private static CreateAccount Employee(Worker worker, Role role, string presentation, Team team, DateOnly from) =>
        new(
            $"{role.Id}-{team.Id.Value:N}"[..(role.Id.Length + 7)],
            worker.Name,
            null,
            [RoleAssignment.Of(role, team.Id.Value)]
        )
        {
            Id = worker.Id,
            ActiveFrom = from,
            Presentation = presentation,
        };

    /// <summary>The spell of the citizen whom the demo signs in as.</summary>
    internal static Spell OwnSpell(World world) =>
        world.Spells.First(s =>
            s.Benefit == BenefitKind.SickPay && s.To == Person.Forever && s.From < world.Until - 60
        );

    /// <summary>A grown citizen on sick pay, whose own pages have something to show.</summary>
    private static CreateAccount Citizen(World world, DateOnly from)
    {
        var spell = OwnSpell(world);
        var person = world.People[spell.Person];
        var chance = world.For(Stream.Names, spell.Person);
        var name =
            $"{Names.Given(ref chance, person.Roots, person.Man, DateOnly.FromDayNumber(person.Born).Year)} {Names.Family(ref chance, person.Roots)}";
        return new CreateAccount("borger", name, null, [RoleAssignment.Of(Role.Citizen)])
        {
            ActiveFrom = from,
            Citizen = world.CitizenId(spell.Person),
            Presentation = "Borger, sygemeldt",
        };
    }
}
