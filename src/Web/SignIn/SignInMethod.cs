using System.Reflection;
using Virker.Platform;

namespace Virker.Web;

/// <summary>
/// A way to sign in: a component that stands on the sign-in page, found by itself. Each ends in <see
/// cref="Sessions.StartAsync"/>; a municipality's directory is one more of them.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SignInMethodAttribute(int order) : Attribute
{
    public int Order { get; } = order;

    /// <summary>Offered only where no person is real.</summary>
    public bool OnlyFictive { get; init; }

    internal static IEnumerable<Type> For(Municipality municipality) =>
        from type in typeof(SignInMethodAttribute).Assembly.GetTypes()
        let mark = type.GetCustomAttribute<SignInMethodAttribute>()
        where mark is not null && (municipality.IsFictive || !mark.OnlyFictive)
        orderby mark.Order
        select type;
}
