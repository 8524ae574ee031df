using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Structure.Seeded;

namespace Virker.Tests.Structure;

/// <summary>A module's parts are found by what they are, and no list names them.</summary>
public sealed partial class PartTests
{
    [Fact]
    public void A_marked_class_is_one_under_its_own_name_and_under_those_it_fills()
    {
        using var services = With(typeof(SeededDesk), typeof(SeededPen), typeof(SeededInk), typeof(Unmarked));
        using var scope = services.CreateScope();
        using var other = services.CreateScope();

        var desk = scope.ServiceProvider.GetRequiredService<SeededDesk>();
        scope.ServiceProvider.GetRequiredService<ISeededDesk>().ShouldBeSameAs(desk);
        other.ServiceProvider.GetRequiredService<SeededDesk>().ShouldNotBeSameAs(desk);
        scope.ServiceProvider.GetServices<ISeededTool>().Select(t => t.GetType())
            .ShouldBe([typeof(SeededPen), typeof(SeededInk)]);
        scope.ServiceProvider.GetServices<ISeededTool>().First()
            .ShouldBeSameAs(other.ServiceProvider.GetServices<ISeededTool>().First(), "tools are shared");
        scope.ServiceProvider.GetService<Unmarked>().ShouldBeNull();
    }

    [Fact]
    public void No_module_lists_what_can_be_found() =>
        Wall.Holds(
            Repository.Sources.Where(f => f.Path.StartsWith("src/", StringComparison.Ordinal))
                .Where(f => !House.CompositionRoots.Append("Platform").Contains(f.Path.Split('/')[1]))
                .SelectMany(f => Listed(f.Path, f.Text()))
        );

    [Fact]
    public void What_is_handed_out_is_made_by_nobody() =>
        Wall.Holds(
            House.Rooms.SelectMany(r =>
                MadeByHand(r.Assembly, [.. Modules.Types(of => of.Name != "Platform").Where(IsHandedOut)])
            )
        );

    [Fact]
    public void The_wall_falls_for_a_seeded_violation()
    {
        MadeByHand("Virker.Tests", [typeof(SeededDesk)]).ShouldHaveSingleItem();
        IsHandedOut(typeof(SeededDesk)).ShouldBeTrue();
        IsHandedOut(typeof(AskUntrackedHandler)).ShouldBeTrue();
        IsHandedOut(typeof(SeededPen)).ShouldBeFalse();
        Listed("src/Casework/X.cs", "services.AddScoped<Calendar>();").ShouldHaveSingleItem();
        Listed("src/Casework/X.cs", "    .AddSingleton<IJob, Sweep>()").ShouldHaveSingleItem();
        Listed("src/Casework/X.cs", "services.AddScoped(p => Made(p))").ShouldBeEmpty();
    }

    /// <summary>A part, a use case, and whatever else asks the database.</summary>
    private static bool IsHandedOut(Type type) =>
        type is { IsClass: true, IsAbstract: false }
        && (
            type.IsDefined(typeof(PartAttribute), false)
            || Modules.Contracts(type).Any()
            || type.GetConstructors().Any(c => c.GetParameters().Any(p => p.ParameterType == typeof(VirkerContext)))
        );

    private static IEnumerable<string> MadeByHand(string assembly, IReadOnlyCollection<Type> handedOut)
    {
        var makers = handedOut.ToDictionary(t => $"{t.FullName}::.ctor", t => t.FullName!);
        using var binary = Binary.Of(assembly);
        return
        [
            .. from body in binary.Bodies()
                from member in body.Members
                where makers.TryGetValue(member, out var made) && made != body.Written
                select $"{body.Written} makes {makers[member]} by hand; ask for it",
        ];
    }

    private static ServiceProvider With(params Type[] types)
    {
        var services = new ServiceCollection();
        foreach (var type in types) services.AddPart(type);
        return services.BuildServiceProvider();
    }

    private static IEnumerable<string> Listed(string path, string text) =>
        Registration().Matches(text).Select(m => $"{path} lists {m.Value}; mark the class [Part]");

    [GeneratedRegex(@"\.(Try)?Add(Scoped|Singleton|Transient)<[^>]+>\(\)")]
    private static partial Regex Registration();
}
