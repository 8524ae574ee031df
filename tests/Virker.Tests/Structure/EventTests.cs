using Virker.Platform;
using Virker.Tests.Structure.Seeded;

namespace Virker.Tests.Structure;

/// <summary>News is a module's own to publish, goes up and never down, and somebody hears it.</summary>
public sealed class EventTests
{
    /// <summary>Published before anybody hears it, with who will.</summary>
    private static readonly Exemption[] Unheard =
    [
        new(
            "PapersPublished is heard by nobody",
            "Subscriptions to a committee's papers (mail, feed and calendar) are told by it."
        ),
    ];

    [Fact]
    public void News_is_published_by_its_own_module_and_no_other()
    {
        var news = News();
        news.Count.ShouldBeGreaterThan(3);
        Wall.Holds([
            .. news.Where(n => !Own(n).Contains(Made(n))).Select(n => $"{n.Name} is published by nobody"),
            .. House.Rooms.SelectMany(r => Foreign(r, news)),
        ]);
    }

    [Fact]
    public void News_has_a_listener_or_stands_on_the_list() =>
        Wall.Holds(News().Where(n => !Heard().Contains(n)).Select(n => $"{n.Name} is heard by nobody"), Unheard);

    [Fact]
    public void Each_wall_falls_for_a_seeded_violation()
    {
        Foreign("Web", ["Virker.Casework.BenefitChanged::.ctor"], ["Virker.Casework.BenefitChanged"])
            .ShouldBe(["Web makes Virker.Casework.BenefitChanged"]);
        HeardBy([typeof(SeededListener)]).ShouldBe([typeof(SeededNews)]);
        Should.Throw<ShouldAssertException>(() => Wall.Holds(["SeededNews is heard by nobody"], Unheard));
    }

    private static List<Type> News() =>
        [.. Modules.Types().Where(t => typeof(IEvent).IsAssignableFrom(t) && !t.IsInterface)];

    private static IEnumerable<Type> Heard() => HeardBy(Modules.Types());

    private static IEnumerable<Type> HeardBy(IEnumerable<Type> types) =>
        types
            .SelectMany(t => t.GetInterfaces())
            .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IHandle<>))
            .Select(i => i.GetGenericArguments()[0]);

    private static string Made(Type news) => $"{news.FullName}::.ctor";

    private static HashSet<string> Own(Type news)
    {
        using var binary = Binary.Of(news.Assembly.GetName().Name!);
        return [.. binary.Bodies().Where(b => b.Written != news.FullName).SelectMany(b => b.Members)];
    }

    private static IEnumerable<string> Foreign(Room room, IReadOnlyList<Type> news)
    {
        using var binary = Binary.Of(room.Assembly);
        var others = news.Where(n => n.Assembly.GetName().Name != room.Assembly).Select(n => n.FullName!).ToHashSet();
        return [.. Foreign(room.Name, binary.Uses().Select(u => u.Member), others)];
    }

    private static IEnumerable<string> Foreign(string room, IEnumerable<string> members, HashSet<string> news) =>
        members
            .Where(m => m.EndsWith("::.ctor", StringComparison.Ordinal) && news.Contains(m[..^"::.ctor".Length]))
            .Select(m => $"{room} makes {m[..^"::.ctor".Length]}");
}
