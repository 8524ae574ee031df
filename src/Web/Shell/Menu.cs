using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Virker.Platform;

namespace Virker.Web;

/// <summary>
/// The page stands in the main menu, for those whom its policy lets in. <paramref name="order"/> counts from left to
/// right, where <see cref="MenuOrder"/> says nothing else.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class InMenuAttribute(string text, int order) : Attribute
{
    public string Text { get; } = text;

    public int Order { get; } = order;
}

/// <summary>
/// The component stands on the start page of these roles (their ids, see <see cref="Role"/>), the lowest order first.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OnStartPageAttribute(int order, params string[] roles) : Attribute
{
    public int Order { get; } = order;

    public IReadOnlyList<string> Roles { get; } = roles;
}

/// <summary>
/// What pages and start page parts there are, read from the pages themselves: a new one needs no line anywhere else.
/// </summary>
internal static class Menu
{
    private static readonly IReadOnlyList<(string Text, string Url, string Policy)> Entries =
    [
        .. Components<InMenuAttribute>()
            .OrderBy(e => e.Mark.Order)
            .Select(e =>
                (
                    e.Mark.Text,
                    e.Type.GetCustomAttributes<RouteAttribute>().First().Template,
                    e.Type.GetCustomAttributes<AuthorizeAttribute>().Last().Policy!
                )
            ),
    ];

    private static readonly IReadOnlyList<(Type Type, OnStartPageAttribute Mark)> Parts =
    [
        .. Components<OnStartPageAttribute>().OrderBy(p => p.Mark.Order),
    ];

    public static MenuView For(Actor actor, Grants grants) =>
        MenuOrder.Arrange(
            [
                .. from entry in Entries
                where Allowed(actor, grants, entry.Policy)
                select new MenuEntry(entry.Text, entry.Url),
            ],
            actor.Roles.Select(r => r.Role)
        );

    public static IEnumerable<Type> StartPartsFor(Actor actor) =>
        from part in Parts where part.Mark.Roles.Any(id => actor.Roles.Any(r => r.Role.Id == id)) select part.Type;

    private static bool Allowed(Actor actor, Grants grants, string policy) => policy switch
    {
        Policies.Anyone => true,
        Policies.SignedIn => actor.User is not null,
        _ => grants.Allows(actor, policy),
    };

    private static IEnumerable<(Type Type, TMark Mark)> Components<TMark>() where TMark : Attribute =>
        from type in typeof(Menu).Assembly.GetTypes()
        let mark = type.GetCustomAttribute<TMark>()
        where mark is not null
        select (type, mark);
}
