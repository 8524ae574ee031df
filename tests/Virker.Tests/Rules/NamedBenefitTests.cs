using System.Reflection;
using Virker.Demo;
using Virker.Rules;
using Virker.Tests.Support;

namespace Virker.Tests.Rules;

/// <summary>Names of benefits are the list's, wherever they are written, and every benefit has its law.</summary>
public sealed class NamedBenefitTests
{
    private static readonly DateOnly Day = new(2024, 3, 4);

    private static IReadOnlyDictionary<string, Code> Named { get; } =
        typeof(Benefit)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(f => f.FieldType == typeof(Code))
            .ToDictionary(f => f.Name, f => (Code)f.GetValue(null)!);

    [Fact]
    public void Each_name_is_of_another_code_of_the_list_that_a_register_can_store()
    {
        Named.Count.ShouldBe(12);
        Named.Values.ShouldEachBe(code => CodeList.Benefits.All.Contains(code) && code.Number != null);
        Named.Values.Select(c => c.Id).ShouldBeUnique("names of one benefit");
    }

    [Fact]
    public void The_fictive_municipality_calls_a_benefit_the_same() =>
        typeof(BenefitKind)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(f => f.IsLiteral && Named.ContainsKey(f.Name))
            .Select(f => (f.Name, (int)f.GetRawConstantValue()!))
            .ShouldBe(Named.Select(n => (n.Key, n.Value.Number!.Value)), ignoreOrder: true);

    [Fact]
    public void Those_of_a_kind_are_the_lists()
    {
        Benefit.MeansTested.ShouldBe([2, 3, 4, 5], ignoreOrder: true);
        Benefit.OnRefundLadder.ShouldBe(Enumerable.Range(1, 12), ignoreOrder: true);
        TargetGroup.OnAssistance.ShouldBe([2, 3, 4, 5], ignoreOrder: true);
        Should.Throw<KeyNotFoundException>(() => CodeList.Benefits.NumbersOf("free"));
    }

    /// <summary>A benefit that comes to the list must say both, or the law refuses to answer.</summary>
    [Fact]
    public void Every_benefit_says_whether_it_has_a_course_and_which_target_group_it_points_to()
    {
        foreach (var benefit in CodeList.Benefits.All.Select(b => b.Number!.Value))
        {
            Lawbook.Current.Answer(new ContactCourseFollowed(), new(benefit), Day).IsRefused.ShouldBeFalse();
            Lawbook.Current.Answer(new TargetGroupAdvice(), new(benefit, 40), Day).IsRefused.ShouldBeFalse();
        }
    }

    [Fact]
    public void An_advice_that_nobody_has_checked_says_so()
    {
        var found = Lawbook.Current.Answer(new ContactCourseFollowed(), new(5), Day).Value;
        (found.Answer.TargetGroup, found.Status).ShouldBe((3, LawStatus.Unverified));
    }
}
