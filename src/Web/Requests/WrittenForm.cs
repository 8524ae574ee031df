using System.Collections.Frozen;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Primitives;
using Virker.Kernel;

namespace Virker.Web;

/// <summary>
/// Every text that comes in with a request, in a form or in the address, is made one kind of text before any page sees
/// it (<see cref="WrittenText"/>); and a day that was picked in the browser's calendar takes the place of the typed
/// one. Passwords are left as they were typed.
/// </summary>
internal sealed class WrittenForm(RequestDelegate next)
{
    /// <summary>Begins the name of the calendar beside a date's field.</summary>
    internal const string Picked = "_dag-";

    /// <summary>Fields that hold secrets, and the house's own tokens and keys.</summary>
    internal static readonly FrozenSet<string> AsTyped = new[]
    {
        "Password",
        "Current",
        "New",
        "_formular",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public async Task InvokeAsync(HttpContext context)
    {
        CleanAddress(context.Request);
        if (
            HttpMethods.IsPost(context.Request.Method)
            && context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false }
            && context.Request.HasFormContentType
        )
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            if (form.Any(NeedsWork)) context.Request.Form = new FormCollection(Clean(form), form.Files);
        }

        await next(context);
    }

    private static void CleanAddress(HttpRequest request)
    {
        if (!request.Query.Any(NeedsWork))
            return;
        request.QueryString = QueryString.Create(
            Clean(request.Query).SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v)))
        );
    }

    private static bool NeedsWork(KeyValuePair<string, StringValues> field) =>
        field.Key.StartsWith(Picked, StringComparison.Ordinal)
        || (!IsAsTyped(field.Key) && field.Value.Any(v => WrittenText.Clean(v) != v));

    private static bool IsAsTyped(string name) => AsTyped.Contains(name[(name.LastIndexOf('.') + 1)..]);

    private static Dictionary<string, StringValues> Clean(IEnumerable<KeyValuePair<string, StringValues>> form)
    {
        var clean = form.Where(f => !f.Key.StartsWith(Picked, StringComparison.Ordinal))
            .ToDictionary(
                f => f.Key,
                f => IsAsTyped(f.Key) ? f.Value : new StringValues([.. f.Value.Select(WrittenText.Clean)]),
                StringComparer.OrdinalIgnoreCase
            );
        foreach (var (name, picked) in form.Where(f => f.Key.StartsWith(Picked, StringComparison.Ordinal)))
        {
            if (WrittenText.Line(picked) is { Length: > 0 } day)
                clean[name[Picked.Length..]] = WrittenDate.Iso(day) is { } known ? Danish.ShortDate(known) : day;
        }

        return clean;
    }
}
