using Virker.Casework;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Web.Pages.Casework.Citizens;

/// <summary>The way to a citizen's pages, without the list of citizens for those who have none.</summary>
public static class CitizenTrail
{
    public static IReadOnlyList<(string Text, string Url)> To(Actor actor, Grants grants) =>
        grants.Allows<SeeCaseload>(actor) ? [("Borgere", CaseloadPage.Url())] : [];

    public static IReadOnlyList<(string Text, string Url)> Below(Actor actor, Grants grants, CitizenId citizen) =>
        [.. To(actor, grants), ("Borger", CitizenPage.Url(citizen))];
}
