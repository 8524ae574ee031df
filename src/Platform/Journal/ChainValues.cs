using System.Globalization;
using System.Linq.Expressions;
using System.Text;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>Values of the chains' columns and those of the rest of the house, both ways.</summary>
internal static class ChainValues
{
    public static DateTimeOffset Instant(long ticks) => new(ticks, TimeSpan.Zero);

    public static byte[] Bytes(Guid id) => id.ToByteArray(true);

    public static Guid Id(byte[] bytes) => new(bytes, true);

    public static long StartOf(DateOnly day) => day.DanishStart().UtcTicks;

    /// <summary>Narrows a question only where the criterion was given.</summary>
    public static IQueryable<T> WhereGiven<T>(
        this IQueryable<T> rows,
        bool given,
        Expression<Func<T, bool>> condition
    ) => given ? rows.Where(condition) : rows;

    /// <summary>The same bytes for a value before it is written and after it is read, on either database.</summary>
    public static byte[]? Canonical(object? value) => Stored(value) switch
    {
        DBNull => null,
        byte[] bytes => bytes,
        var other => Encoding.UTF8.GetBytes(Convert.ToString(other, CultureInfo.InvariantCulture)!),
    };

    /// <summary>
    /// Chain columns are text, 64-bit numbers or bytes on both databases: identities as 16 bytes, instants as UTC
    /// ticks, truth as 0 and 1.
    /// </summary>
    public static object Stored(object? value) => value switch
    {
        null => DBNull.Value,
        Guid id => id.ToByteArray(true),
        DateTimeOffset at => at.UtcTicks,
        bool yes => yes ? 1L : 0L,
        int number => (long)number,
        _ => value,
    };
}
