using Microsoft.AspNetCore.Components;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Web;

/// <summary>Turns a refusal into the answer's status: what a machine, a test and the browser go by.</summary>
public sealed class AnswerStatus(
    IHttpContextAccessor requests,
    NavigationManager navigation,
    Receipts receipts,
    CurrentActor actor
)
{
    /// <summary>
    /// The form was refused: its page is shown again with 422 (409 where somebody else came first). What names a field
    /// can be mended in the form, also where the thing that was chosen is not found; a 404 would take the form away
    /// with all that is typed in it.
    /// </summary>
    public void FormRefused(Refusal refusal)
    {
        NotSaved();
        Set(Of(refusal) switch
        {
            StatusCodes.Status400BadRequest => StatusCodes.Status422UnprocessableEntity,
            StatusCodes.Status404NotFound when refusal.Field is not null => StatusCodes.Status422UnprocessableEntity,
            var status => status,
        });
    }

    /// <summary>
    /// Something must be done on another page first: nothing has been saved. A script that only saves a draft is told
    /// so; a redirect would look to it as if the draft was saved.
    /// </summary>
    public void LeadTo(string url)
    {
        NotSaved();
        if (requests.HttpContext?.Request.Headers["Sec-Fetch-Mode"].ToString() is null or "" or "navigate")
            navigation.NavigateTo(url);
        else
            Set(StatusCodes.Status403Forbidden);
    }

    /// <summary>Somebody else saved meanwhile, and the page shows both.</summary>
    public void Conflict()
    {
        NotSaved();
        Set(StatusCodes.Status409Conflict);
    }

    /// <summary>What was asked for cannot be shown.</summary>
    public int PageRefused(Refusal refusal) => Set(Of(refusal));

    internal const string Unchanged = "Der var ingen ændringer, så intet er gemt.";

    /// <summary>
    /// Done: on to the next page, so that a reload sends nothing twice. <paramref name="done"/> is told there; it names
    /// nobody. Where everything stands as it stood, that is what is told.
    /// </summary>
    public void GoTo(string url, string? done = null)
    {
        if (done is not null) receipts.Tell(actor.HasChangedNothing == true ? Unchanged : done);
        navigation.NavigateTo(url);
    }

    internal static int Of(Refusal refusal) =>
        refusal.Kind switch
        {
            RefusalKind.Denied => StatusCodes.Status403Forbidden,
            RefusalKind.NotFound => StatusCodes.Status404NotFound,
            RefusalKind.ChangedMeanwhile => StatusCodes.Status409Conflict,
            _ => StatusCodes.Status400BadRequest,
        };

    /// <summary>The page asks something before it saves: what was typed is not saved yet.</summary>
    public void NotSaved()
    {
        if (requests.HttpContext?.Features.Get<FormOutcome>() is { } outcome) outcome.IsUnsaved = true;
    }

    private int Set(int status)
    {
        if (requests.HttpContext is { Response.HasStarted: false } context) context.Response.StatusCode = status;
        return status;
    }
}
