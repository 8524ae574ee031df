using Virker.Tests.Casework;
using Virker.Tests.Committee;
using Virker.Tests.Demo;
using Virker.Tests.Platform;
using Virker.Tests.Structure;
using Virker.Tests.Support;
using Virker.Tests.Web;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer(LongestFirst.Name, LongestFirst.Assembly)]

namespace Virker.Tests.Support;

/// <summary>
/// Classes run in an order in which no core stands idle at the end: those that take longest, then those that are slow,
/// then the rest. What waits for the same crawl does not begin together.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    internal const string Name = $"{Assembly}.Support.{nameof(LongestFirst)}";

    internal const string Assembly = "Virker.Tests";

    private const string Collection = "Test collection for ";

    private static readonly List<Type> Longest =
    [
        typeof(EveryPageTests),
        typeof(KilledWriterTests),
        typeof(UnchangedFormTests),
        typeof(DayBookTests),
        typeof(ForeignIdTests),
        typeof(AllErrorsTests),
        typeof(SecrecyModelTests),
        typeof(ManyBookingsTests),
        typeof(DemoRegisterTests),
        typeof(UnknownInAddressTests),
    ];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(Place).ThenBy(c => c.DisplayName, StringComparer.Ordinal);

    private static int Place(ITestCollection collection)
    {
        var type = typeof(LongestFirst).Assembly.GetType(collection.DisplayName.Replace(Collection, ""));
        var place = Longest.IndexOf(type!);
        return place >= 0 ? place : IsSlow(type) ? Longest.Count : Longest.Count + 1;
    }

    private static bool IsSlow(Type? type) =>
        type?.GetCustomAttributesData()
            .Any(a => a.AttributeType == typeof(TraitAttribute) && a.ConstructorArguments[1].Value is "Slow") == true;
}
