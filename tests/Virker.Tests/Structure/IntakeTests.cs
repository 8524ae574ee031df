using System.ComponentModel.DataAnnotations.Schema;
using Virker.Casework;
using Virker.Companies;
using Virker.Office;
using Virker.Platform;

namespace Virker.Tests.Structure;

/// <summary>
/// The register has one way in: how a delivered thing is written stands where the thing is declared, and the tests'
/// towns do not know it better.
/// </summary>
public sealed class IntakeTests
{
    [Fact]
    public void What_only_a_register_delivers_is_made_by_nobody_else()
    {
        var rows = DeliveredOnly();
        rows.ShouldContain(Maker(typeof(CitizenRow)), "a citizen is made in one place");
        rows.ShouldContain(Maker(typeof(TeamRow)));
        rows.ShouldContain(Maker(typeof(CompanyRow)));
        rows.ShouldNotContain(Maker(typeof(CaseRow)), "an application that is granted opens one too");
        Wall.Holds(
            Makers(rows, type => type != Seeded),
            new Exemption(
                "Virker.Tests.Casework.SurveyFigureTests makes Virker.Casework.SurveyAnswerRow itself",
                "the answers of a month are counted without rows"
            )
        );
    }

    [Fact]
    public void The_wall_falls_for_a_seeded_violation() =>
        Makers(DeliveredOnly(), type => type == Seeded).ShouldHaveSingleItem();

    private static readonly string Seeded = typeof(Structure.Seeded.HandmadeTeam).FullName!;

    private static string Maker(Type row) => $"{row.FullName}::.ctor";

    /// <summary>The rows that delivered things become, and no use case makes.</summary>
    private static HashSet<string> DeliveredOnly()
    {
        var things = Modules.Types().Where(t => t.IsSubclassOf(typeof(Registered))).Select(t => t.FullName).ToHashSet();
        var rows = Modules.Types().Where(t => t.IsDefined(typeof(TableAttribute), false)).Select(Maker).ToHashSet();
        var made = House.Rooms.SelectMany(r => Bodies(r.Assembly))
            .SelectMany(b => b.Members.Where(rows.Contains).Select(m => (Row: m, Delivered: things.Contains(b.Written))))
            .ToLookup(m => m.Row, m => m.Delivered);
        return [.. made.Where(m => m.All(delivered => delivered)).Select(m => m.Key)];
    }

    private static IEnumerable<string> Makers(HashSet<string> rows, Func<string, bool> which) =>
        from body in Bodies("Virker.Tests")
        where which(body.Written)
        from member in body.Members.Where(rows.Contains)
        select $"{body.Written} makes {member[..member.IndexOf(':')]} itself";

    private static IReadOnlyList<Body> Bodies(string assembly)
    {
        using var binary = Binary.Of(assembly);
        return [.. binary.Bodies()];
    }
}
