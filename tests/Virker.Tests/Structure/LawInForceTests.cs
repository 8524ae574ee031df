using System.Reflection;
using Virker.Rules;

namespace Virker.Tests.Structure;

/// <summary>
/// Whoever asks the law about a case or a figure asks the law as the municipality evaluates it (<see
/// cref="ILawInForce"/>): a regulation that two people approved must not be passed by somewhere.
/// </summary>
public sealed class LawInForceTests
{
    /// <summary>
    /// A ratchet: where the compiled-in law is asked, and why that is right (or what gets it off the list).
    /// </summary>
    private static readonly Exemption[] Exempt =
    [
        new("Virker.Economy.LawInForce asks the compiled-in law", "It lays the regulations over it."),
        new(
            "Virker.Demo.ReassessmentWriter asks the compiled-in law",
            "It fills a municipality that is being made and has approved nothing yet."
        ),
        new("Virker.Cli.LawNoun asks the compiled-in law", "The command has no municipality."),
        new("Virker.Cli.LawCheckCommand asks the compiled-in law", "It checks the data files themselves."),
        new("Virker.Cli.LawSimulation asks the compiled-in law", "With a file of questions it has no municipality."),
    ];

    [Fact]
    public void Nobody_asks_the_compiled_in_law_about_a_municipality() =>
        Wall.Holds(
            House
                .Rooms.Where(room => room.Name is not ("Rules" or "Kernel"))
                .SelectMany(room => Modules.Of(room).GetTypes())
                .SelectMany(Violations)
                .Distinct(),
            Exempt
        );

    [Fact]
    public void The_wall_falls_for_a_seeded_violation() => Violations(typeof(Careless)).ShouldHaveSingleItem();

    private static IEnumerable<string> Violations(Type type)
    {
        var top = type;
        while (top.DeclaringType is { } outer)
            top = outer;
        return CodeReader.References(type).OfType<MethodBase>().Any(IsCompiledIn)
            ? [$"{top.FullName} asks the compiled-in law"]
            : [];
    }

    private static bool IsCompiledIn(MethodBase method) =>
        method.Name == "get_Current"
        && (method.DeclaringType == typeof(Lawbook) || method.DeclaringType == typeof(RuleBook));

    private static class Careless
    {
        public static decimal Rate => Lawbook.Current["sanction.amount.rate-1"].On(new(2024, 1, 1)).Value.Value;
    }
}
