using System.ComponentModel.DataAnnotations.Schema;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Tests.Structure;

/// <summary>
/// What the house does with every row is done in one place: versions are counted when something is saved, what a
/// question reads is only shown, a command saves once, since rows know what they refer to, and a spell ends one way.
/// </summary>
public sealed partial class RowKeepingTests
{
    /// <summary>Ends that are not a spell giving way to another.</summary>
    private static readonly IReadOnlyList<Exemption> OwnEnds =
    [
        new(
            "CaseTurns.cs: foreach (var turn in turns) turn.ToDay = turn.Period().EndedBefore(today)?.To ?? turn.FromDay;",
            "a turn that lasted no day is no longer counted as a change of worker"
        ),
        new("ChangePlan.cs: goal.ToDay = today;", "a goal is a spell, and the one before ends the day before"),
        new(
            "MarkParticipant.cs: (row.ToDay, row.EndReason) = (command.To, command.Reason.Trim());",
            "somebody no longer says on which day a citizen left a scheme"
        ),
        new(
            "PartialReturns.cs: before.ToDay = left.To;",
            "a column is seen to be written also where its row is ended as a spell (StoredColumnTests)"
        ),
        new(
            "SeeShift.cs: if (ended is not null) ended.ToDay = from.AddDays(-1);",
            "a shift that is undone gives back what it took away, and nothing runs on"
        ),
    ];

    [Fact]
    public void A_version_is_counted_by_nobody_but_the_unit_of_work() =>
        Wall.Holds(Modules.Types().Where(t => t.IsDefined(typeof(TableAttribute))).SelectMany(OwnCount));

    [Fact]
    public void A_question_does_not_say_that_its_rows_are_only_shown() =>
        Wall.Holds(Modules.Handlers(Modules.Types()).Where(Asks).SelectMany(Untracked));

    [Fact]
    public void A_command_saves_once() => Wall.Holds(Modules.Handlers(Modules.Types()).SelectMany(SavesAgain));

    [Fact]
    public void A_spell_that_gives_way_ends_one_way() =>
        Wall.Holds(
            Repository.Sources.Where(f => f.Path.StartsWith("src/", StringComparison.Ordinal))
                .Where(f => !f.Path.EndsWith("Storage/ISpell.cs", StringComparison.Ordinal))
                .SelectMany(f => EndsOwn(f.Path, f.Text())),
            OwnEnds
        );

    [Fact]
    public void Each_wall_falls_for_a_seeded_violation()
    {
        SavesAgain(typeof(Seeded.SaveTwiceHandler)).ShouldHaveSingleItem();
        EndsOwn("src/X.cs", "if (spell is not null)\n    spell.ToDay = from.AddDays(-1);").ShouldHaveSingleItem();
        EndsOwn("src/X.cs", "(a.ToDay, a.Why) = (day, why);").ShouldHaveSingleItem();
        EndsOwn("src/X.cs", "before.ToDay = null; new XRow { ToDay = to }; x.ToDay == day; s => s.ToDay").ShouldBeEmpty();
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

    private static IEnumerable<string> SavesAgain(Type handler)
    {
        var saves = WithNested(handler)
            .SelectMany(CodeReader.References)
            .OfType<MethodInfo>()
            .Count(m => m.Name == nameof(DbContext.SaveChangesAsync));
        if (saves > 1) yield return $"{handler.Name} saves {saves} times; what refers to what is known, so once will do";
    }

    private static IEnumerable<string> EndsOwn(string path, string text) =>
        text.Split('\n').Where(l => OwnEnd().IsMatch(l)).Select(l => $"{path.Split('/')[^1]}: {l.Trim()}");

    /// <summary>A spell's last day is written; that it runs on (null) is no end.</summary>
    [GeneratedRegex(@"\.ToDay = (?!null)|\(\w+\.ToDay,[^=]*\) =\s")]
    private static partial Regex OwnEnd();

    private static IEnumerable<Type> WithNested(Type type) =>
        type.GetNestedTypes(BindingFlags.NonPublic | BindingFlags.Public).SelectMany(WithNested).Append(type);
}
