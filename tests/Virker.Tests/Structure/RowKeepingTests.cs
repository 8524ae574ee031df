using System.ComponentModel.DataAnnotations.Schema;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Tests.Structure;

/// <summary>
/// What the house does with every row is done in one place: versions are counted when something is saved, and what a
/// question reads is only shown.
/// </summary>
public sealed class RowKeepingTests
{
    [Fact]
    public void A_version_is_counted_by_nobody_but_the_unit_of_work() =>
        Wall.Holds(Modules.Types().Where(t => t.IsDefined(typeof(TableAttribute))).SelectMany(OwnCount));

    [Fact]
    public void A_question_does_not_say_that_its_rows_are_only_shown() =>
        Wall.Holds(Modules.Handlers(Modules.Types()).Where(Asks).SelectMany(Untracked));

    [Fact]
    public void Each_wall_falls_for_a_seeded_violation()
    {
        OwnCount(typeof(Seeded.CountedByHandRow)).Count().ShouldBe(2);
        Asks(typeof(Seeded.AskUntrackedHandler)).ShouldBeTrue();
        Untracked(typeof(Seeded.AskUntrackedHandler)).ShouldHaveSingleItem();
    }

    private static IEnumerable<string> OwnCount(Type row)
    {
        if (row.GetProperty(nameof(IVersioned.Version)) is not { } version) yield break;
        if (!row.IsAssignableTo(typeof(IVersioned)))
            yield return $"{row.FullName} has a version and is not {nameof(IVersioned)}";
        if (version.SetMethod is { IsPrivate: false })
            yield return $"{row.FullName} lets its version be set";
    }

    private static bool Asks(Type handler) =>
        Modules.Contracts(handler).Any(c => c.GetGenericArguments()[0].IsAssignableTo(typeof(IQuery)));

    private static IEnumerable<string> Untracked(Type handler) =>
        WithNested(handler)
            .SelectMany(CodeReader.References)
            .OfType<MethodInfo>()
            .Any(m => m.Name == nameof(EntityFrameworkQueryableExtensions.AsNoTracking))
            ? [$"{handler.Name} says AsNoTracking, which a question needs not"]
            : [];

    private static IEnumerable<Type> WithNested(Type type) =>
        type.GetNestedTypes(BindingFlags.NonPublic | BindingFlags.Public).SelectMany(WithNested).Append(type);
}
