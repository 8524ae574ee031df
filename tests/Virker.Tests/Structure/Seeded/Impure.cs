using System.Security.Cryptography;

namespace Virker.Tests.Structure.Seeded;

/// <summary>Does everything that Kernel, Rules and Insight must not; only there for the walls to fall over.</summary>
internal static class Impure
{
    public static DateTime Now() => DateTime.Now;

    public static DateTimeOffset UtcNow() => DateTimeOffset.UtcNow;

    public static TimeProvider Clock() => TimeProvider.System;

    public static async Task<DateTime> LaterAsync()
    {
        await Task.Yield();
        return DateTime.Today;
    }

    public static Guid Id() => Guid.NewGuid();

    public static int Chance() => Random.Shared.Next() + RandomNumberGenerator.GetInt32(2);

    public static string Disk() => File.ReadAllText("x");

    public static HttpClient Network() => new();

    public static string? Surroundings() => Environment.GetEnvironmentVariable("x");
}
