using Virker.Journeys;
using Virker.Journeys.Support;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer(WritersFirst.Name, WritersFirst.Assembly)]

namespace Virker.Journeys.Support;

/// <summary>
/// The journeys share one running product. The one that holds a committee's meeting begins, while the town is as it was
/// made, beside one that writes nothing; the others follow by name.
/// </summary>
public sealed class WritersFirst : ITestCollectionOrderer
{
    internal const string Name = $"{Assembly}.Support.{nameof(WritersFirst)}";

    internal const string Assembly = "Virker.Journeys";

    private static readonly List<string> First = [nameof(ClerkJourney), nameof(KeyboardJourney)];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(Place).ThenBy(c => c.DisplayName, StringComparer.Ordinal);

    private static int Place(ITestCollection collection)
    {
        var place = First.FindIndex(name => collection.DisplayName.EndsWith($".{name}", StringComparison.Ordinal));
        return place >= 0 ? place : First.Count;
    }
}
