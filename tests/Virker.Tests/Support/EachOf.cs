using System.Linq.Expressions;

namespace Virker.Tests.Support;

/// <summary>That each is so, and that there is one: a list that came out empty proves nothing.</summary>
internal static class EachOf
{
    public static void ShouldEachBe<T>(this IEnumerable<T> all, Expression<Func<T, bool>> holds, string? message = null)
    {
        var list = all.ToList();
        list.ShouldNotBeEmpty(message);
        list.ShouldAllBe(holds, message);
    }
}
