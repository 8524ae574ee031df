using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Web;

/// <summary>
/// Says in a form whose it is, so that what is typed in it comes back to them also when their session has ended
/// meanwhile. Sealed: nobody can keep anything for somebody else.
/// </summary>
public sealed class FormOwners(IDataProtectionProvider protection)
{
    /// <summary>The hidden field of a form whose texts are kept.</summary>
    internal const string Field = "_ejer";

    private IDataProtector Seal => protection.CreateProtector("virker-formularens-ejer");

    internal string Write(UserId user, string path, string form) =>
        Seal.Protect($"{user.Value:N}\n{form}\n{path.ToLowerInvariant()}");

    internal (UserId User, string Form)? Read(string? sealedOwner, string path)
    {
        if (string.IsNullOrEmpty(sealedOwner)) return null;
        try
        {
            return
                Seal.Unprotect(sealedOwner).Split('\n') is [var user, var form, var of]
                && of == path.ToLowerInvariant()
                && Guid.TryParse(user, out var id)
                ? (UserId.From(id), form)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

/// <summary>What became of the form that the request sends; the page says it, and the error pages ask.</summary>
internal sealed class FormOutcome
{
    /// <summary>Refused, or led to another page first: it is not saved.</summary>
    public bool IsUnsaved { get; set; }

    /// <summary>What was typed is kept.</summary>
    public bool IsKept { get; set; }
}

/// <summary>
/// What is typed in a long form is lost by nothing: where it is not saved, whatever the reason (the session has ended,
/// the token does not fit, no access, too many requests, refused, an error, no database), it is kept for the one who
/// typed it and stands in the form again on the next visit. It goes when it has been saved.
/// </summary>
internal sealed class TypedIsKept(RequestDelegate next)
{
    /// <summary>Only keep it: sent by the browser when a page is left.</summary>
    internal const string OnlyKeep = "_kun";

    /// <summary>The one who typed it does not want it back.</summary>
    internal const string Forget = "_glem";

    /// <summary>Tells the browser which form was saved, so that its own copy can go.</summary>
    internal const string SavedCookie = "virker-gemt";

    private static readonly string[] Own =
    [
        "_formular",
        WriteGuard.KeyField,
        FormOwners.Field,
        "_handler",
        OnlyKeep,
        Forget,
    ];

    public async Task InvokeAsync(HttpContext context, CurrentActor actor, FormOwners owners, KeptForms kept)
    {
        var form = await FormAsync(context);
        var path = context.Request.Path.Value ?? "/";
        if (form is null || owners.Read(form[FormOwners.Field], path) is not { } owner)
        {
            await next(context);
            return;
        }

        if (form.ContainsKey(Forget))
            kept.Drop(owner.User, path, owner.Form);
        else if (form.ContainsKey(OnlyKeep))
            await kept.KeepAsync(owner.User, path, owner.Form, Typed(form), context.RequestAborted);
        else
        {
            await SendAsync(context, actor, kept, owner, form);
            return;
        }

        if (form.ContainsKey(Forget)) context.Response.Redirect(path + context.Request.QueryString);
        else context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private async Task SendAsync(
        HttpContext context,
        CurrentActor actor,
        KeptForms kept,
        (UserId User, string Form) owner,
        IFormCollection form
    )
    {
        var (outcome, path, saved) = (new FormOutcome(), context.Request.Path.Value ?? "/", false);
        context.Features.Set(outcome);
        bool IsSaved() =>
            actor.Value.User == owner.User
            && context.Response.StatusCode is < StatusCodes.Status400BadRequest and not StatusCodes.Status303SeeOther
            && !outcome.IsUnsaved;
        context.Response.OnStarting(() =>
        {
            if (IsSaved() && Guid.TryParse(form[WriteGuard.KeyField], out var key))
                context.Response.Cookies.Append(
                    SavedCookie,
                    $"{key}",
                    new()
                    {
                        MaxAge = TimeSpan.FromMinutes(5),
                        SameSite = SameSiteMode.Lax,
                        Secure = context.Request.IsHttps,
                    }
                );
            return Task.CompletedTask;
        });
        try
        {
            await next(context);
            saved = IsSaved();
        }
        finally
        {
            if (saved) kept.Drop(owner.User, path, owner.Form);
            else
            {
                await kept.KeepAsync(owner.User, path, owner.Form, Typed(form));
                outcome.IsKept = true;
                Tell(context, actor);
            }
        }
    }

    /// <summary>Who is led to sign in is told there that nothing is lost.</summary>
    private static void Tell(HttpContext context, CurrentActor actor)
    {
        if (
            actor.Value.User is null
            && context.Response.StatusCode == StatusCodes.Status302Found
            && !context.Response.HasStarted
        )
            context
                .RequestServices.GetRequiredService<Receipts>()
                .Tell(
                    "Du er logget ud, så det er ikke gemt. Det, du skrev, er beholdt og står på siden igen, når du har logget ind."
                );
    }

    private static Dictionary<string, string> Typed(IFormCollection form) =>
        form.Where(f => !Own.Contains(f.Key)).ToDictionary(f => f.Key, f => f.Value.ToString());

    private static async Task<IFormCollection?> FormAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || !context.Request.HasFormContentType)
            return null;
        if (
            context.Features.Get<IStatusCodeReExecuteFeature>() is not null
            || context.Features.Get<IExceptionHandlerFeature>() is not null
        )
            return null;
        try
        {
            return await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException)
        {
            // A form that cannot be read is refused by those who come after.
            return null;
        }
    }
}
