using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Tests.Structure;

/// <summary>Every use case names a permission that some role has been given, and either asks or commands.</summary>
public sealed partial class UseCaseTests
{
    [Fact]
    public void Every_use_case_has_a_permission_that_a_role_is_given()
    {
        using var house = Modules.Compose();
        var handlers = Modules.Handlers(Modules.Types()).ToList();
        handlers.Count.ShouldBeGreaterThan(1);
        Wall.Holds(handlers.SelectMany(h => Violations(h, house.GetRequiredService<Grants>())));
    }

    [Fact]
    public void Every_request_has_one_handler() =>
        Wall.Holds(
            Modules
                .Handlers(Modules.Types())
                .SelectMany(h => Modules.Contracts(h).Select(c => (Request: c.GetGenericArguments()[0], Handler: h)))
                .GroupBy(p => p.Request)
                .Where(g => g.Count() > 1)
                .Select(g => $"{g.Key.Name} has {g.Count()} handlers")
        );

    /// <summary>A handler is reached as a use case, through the pipeline; what two of them need is a part.</summary>
    [Fact]
    public void No_handler_is_made_by_hand() =>
        Wall.Holds(
            Repository.Sources.Where(f => f.Path.StartsWith("src/", StringComparison.Ordinal))
                .SelectMany(f => Made(f.Path, f.Text()))
        );

    /// <summary>
    /// An address or a log would be the first to leak a number that stands in a request about something else.
    /// </summary>
    [Fact]
    public void No_result_carries_a_CPR_number_by_accident() =>
        Wall.Holds(
            Modules
                .Handlers(Modules.Types())
                .SelectMany(h => Modules.Contracts(h).Select(c => c.GetGenericArguments()[1]))
                .Where(result =>
                    typeof(IRevealsCitizens).IsAssignableFrom(result) is false
                    && result.GetProperties().Any(p => p.PropertyType == typeof(Cpr) || p.PropertyType == typeof(Cpr?))
                )
                .Where(result =>
                    Modules
                        .Handlers(Modules.Types())
                        .SelectMany(Modules.Contracts)
                        .Any(c =>
                            c.GetGenericArguments()[1] == result
                            && !typeof(IAboutCitizen).IsAssignableFrom(c.GetGenericArguments()[0])
                        )
                )
                .Select(result => $"{result.Name} shows a CPR number and reveals no citizen")
        );

    [Fact]
    public void Each_wall_falls_for_a_seeded_violation()
    {
        using var house = Modules.Compose();
        var grants = new Grants([.. house.GetServices<IModuleGrants>(), new SeededGrants()]);
        Modules
            .Handlers(
                typeof(UseCaseTests).Assembly.GetTypes().Where(t => t.Namespace == "Virker.Tests.Structure.Seeded")
            )
            .SelectMany(h => Violations(h, grants))
            .Order(StringComparer.Ordinal)
            .ShouldBe([
                "AskOpenlyHandler names no permission",
                "DoBothHandler: DoBoth must be one of ICommand and IQuery",
                "DoNothingHandler: DoNothing must be one of ICommand and IQuery",
                "DoNothingHandler: no role is given Everything",
                "DoNothingHandler: permission Everything is not module.thing.verb",
            ]);
        Made("a.cs", "new SeeCompanyHandler(db).RunAsync(new(company), ct)").ShouldHaveSingleItem();
    }

    private static IEnumerable<string> Violations(Type handler, Grants grants)
    {
        foreach (var request in Modules.Contracts(handler).Select(c => c.GetGenericArguments()[0]))
        {
            if (typeof(ICommand).IsAssignableFrom(request) == typeof(IQuery).IsAssignableFrom(request))
                yield return $"{handler.Name}: {request.Name} must be one of ICommand and IQuery";
        }

        if (handler.GetCustomAttribute<RequiresAttribute>() is not { } requires)
        {
            yield return $"{handler.Name} names no permission";
            yield break;
        }

        if (!PermissionName().IsMatch(requires.Permission))
            yield return $"{handler.Name}: permission {requires.Permission} is not module.thing.verb";
        if (!Role.SignedIn.Append(Role.Public).Any(role => grants.Allows(role, requires.Permission)))
            yield return $"{handler.Name}: no role is given {requires.Permission}";
    }

    [GeneratedRegex(@"^[a-z-]+\.[a-z-]+\.[a-z-]+$")]
    private static partial Regex PermissionName();

    private static IEnumerable<string> Made(string path, string text) =>
        MadeByHand().Matches(text).Select(m => $"{path} makes a handler by hand: {m.Value}");

    [GeneratedRegex(@"new \w+Handler\(")]
    private static partial Regex MadeByHand();

    private sealed class SeededGrants : IModuleGrants
    {
        public IEnumerable<(Role Role, string Permission)> Grants => [(Role.Clerk, "seeded.thing.*")];
    }
}
