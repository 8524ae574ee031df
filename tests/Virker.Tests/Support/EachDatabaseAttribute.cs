using System.Reflection;
using Virker.Platform;
using Xunit.Sdk;

namespace Virker.Tests.Support;

/// <summary>
/// Runs the theory once on each database: always on SQLite, and on PostgreSQL when <see
/// cref="FreshDatabase.PostgresVariable"/> names a cluster. The first parameter is the <see cref="Dialect"/>; what is
/// given here follows it.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class EachDatabaseAttribute(params object?[] more) : DataAttribute
{
    public override IEnumerable<object?[]> GetData(MethodInfo testMethod) =>
        FreshDatabase.Dialects.Select(dialect => (object?[])[dialect, .. more]);
}
