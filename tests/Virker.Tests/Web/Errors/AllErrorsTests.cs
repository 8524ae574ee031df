using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Web;

/// <summary>
/// All that is wrong with a form is said at once. Every form that the product shows is found by walking it as each
/// role, and is filled in; each field that is refused when it alone is left empty is refused as well when all of them
/// are. Whatever comes back shows what was sent, and says what is wrong in the form's order. Everything is sent as a
/// rehearsal, so that nothing is changed.
/// </summary>
[Trait("Pace", "Slow")]
public sealed class AllErrorsTests
{
    private const string Rehearse = "X-Rehearse";

    /// <summary>
    /// Forms that answer on their page and save nothing: rows, the law's answer, what a correction would change.
    /// </summary>
    private static readonly string[] Show =
        ["/henvendelser/fil fil", "/regler/{Id} spoerg", "/udvalg/punkter/{Id:guid}/beslutning beslutning"];

    /// <summary>
    /// Fields that are asked for only by what stands in another: a decision without words has no kind.
    /// </summary>
    private static readonly (string Form, string FieldEnd)[] Dependent =
    [
        ("/udvalg/laesninger/{Id:guid}/{Part} laesning", "/kind]"),
    ];

    [Fact]
    public async Task What_is_wrong_with_each_field_alone_is_said_of_all_of_them_at_once()
    {
        await using var web = await WebHouse.OpenAsync(also: services =>
            services.AddSingleton<IStartupFilter, Rehearsing>()
        );
        StoredThings things;
        await using (var scope = web.Scope(Actor.System))
            things = await StoredThings.BuildAsync(scope.ServiceProvider, web.Town);
        var walk = new FormWalk(new Addresses(web.Services, new Dictionary<Guid, string>()));
        var shown = new List<ShownForm>();
        string[] first = [$"/udvalg/punkter/{things.Item}", $"/udvalg/punkter/{things.Decided}"];
        foreach (var role in Role.SignedIn) shown.AddRange(await walk.AsAsync(await web.AsAsync(role), first));

        var (problems, several) = (new List<string>(), 0);
        var each = shown.DistinctBy(s => s.Key).Where(s => !s.Key.StartsWith("/log-ind", StringComparison.Ordinal));
        foreach (var form in each)
        {
            var said = await TriedAsync(form, web.Clock.Today(), problems);
            if (said > 1) several++;
        }

        string.Join('\n', problems.Order(StringComparer.Ordinal)).ShouldBeEmpty();
        several.ShouldBeGreaterThan(20, "forms in which more than one field must be filled in");
    }

    /// <returns>How many fields were refused at once.</returns>
    private static async Task<int> TriedAsync(ShownForm shown, DateOnly today, List<string> problems)
    {
        var page = await shown.By.GetAsync(shown.Address);
        var form = FilledForm.Of(page, shown.Address, today)
            .FirstOrDefault(f => SentForm.Plain(f.Name) == shown.Key.Split(' ')[^1]);
        if (form is null || form.Fields.Count == 0) return 0;
        var sent = new SentErrors(shown, form, problems);
        var filled = await sent.SendAsync(form.Filled);
        var empty = await sent.SendAsync(form.Without(form.Fields));
        if (form.TimeChoice is { } choice)
            empty = [.. empty, .. await sent.SendAsync(form.Without([.. form.Fields.Where(f => f != choice)]))];
        foreach (var field in form.Optional.Where(f => empty.Contains(form.IdOf(f))))
            problems.Add($"{shown.Key}: {field} is refused when it is left empty, and its label says that it may be");
        var unsaid = form.Fields.Except(form.Optional)
            .Where(f => !Dependent.Any(d => d.Form == shown.Key && f.EndsWith(d.FieldEnd, StringComparison.Ordinal)))
            .Where(f => !filled.Contains(form.IdOf(f)) && !empty.Contains(form.IdOf(f)));
        foreach (var field in unsaid)
        {
            var alone = await sent.SendAsync(form.Without(field));
            if (form.IsText(field))
                problems.Add($"{shown.Key}: {field} may be left empty, and its label does not say so");
            if (alone.Contains(form.IdOf(field)))
                problems.Add($"{shown.Key}: {field} is refused when it alone is left empty, and not with the others");
        }

        return empty.Distinct().Count();
    }

    private sealed class Rehearsing : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, following) => context.Request.Headers.ContainsKey(Rehearse)
                ? Rehearsal.DuringAsync(() => following(context)) : following(context));
            next(app);
        };
    }

    /// <summary>Sends one form, and looks at how it comes back.</summary>
    private sealed class SentErrors(ShownForm shown, FilledForm form, List<string> problems)
    {
        /// <returns>The fields that it is said something is wrong with, by their ids.</returns>
        public async Task<IReadOnlyList<string>> SendAsync(IReadOnlyList<KeyValuePair<string, string>> fields)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, form.Action);
            request.Content = new FormUrlEncodedContent(fields);
            request.Headers.Add(Rehearse, "1");
            var answer = await WebAnswer.OfAsync(shown.By, await shown.By.Client.SendAsync(request), form.Action);
            if (answer.Status == 303) answer = await shown.By.GetAsync(answer.Location!);
            var shows = answer.Status == 200 && Show.Contains(shown.Key);
            if (answer.Status is not (422 or 409 or 403) && !shows) Problem($"answers {answer.Status}");
            if (answer.Status != 422) return [];
            LookAt(answer, fields);
            return [.. Links(answer)];
        }

        private void LookAt(WebAnswer answer, IReadOnlyList<KeyValuePair<string, string>> fields)
        {
            if (answer.Document.Title?.StartsWith("Fejl: ", StringComparison.Ordinal) != true)
                Problem($"its title does not say so: {answer.Document.Title}");
            var back = answer.Document.Forms
                .FirstOrDefault(f => f.QuerySelector("input[name='_handler']")?.GetAttribute("value") == form.Name);
            if (back is null)
            {
                Problem("is not shown again");
                return;
            }

            var stands = WebAnswer.FieldsOf(back).ToLookup(f => f.Key, f => Plain(f.Value));
            var lost = fields.Where(f => form.Fields.Contains(f.Key) && !stands[f.Key].Contains(Plain(f.Value))
                && (f.Value.Length > 0 || stands.Contains(f.Key)));
            foreach (var (name, value) in lost)
                Problem($"{name} was sent as »{value}« and comes back as »{stands[name].FirstOrDefault()}«");
            LookAtLinks(answer, back);
        }

        private void LookAtLinks(WebAnswer answer, IHtmlFormElement form)
        {
            var ids = Links(answer).ToList();
            var places = form.QuerySelectorAll("[id]").Select(e => e.Id!).ToList();
            foreach (var nowhere in ids.Where(i => !places.Contains(i)))
                Problem($"an error leads to {nowhere}, which the form has not");
            var order = ids.Where(places.Contains).Select(i => places.IndexOf(i)).ToList();
            if (!order.SequenceEqual(order.Order()))
                Problem($"its errors do not stand in its order: {string.Join(", ", ids)}");
        }

        private void Problem(string what)
        {
            if ($"{shown.Key}: {what}" is var problem && !problems.Contains(problem)) problems.Add(problem);
        }

        private static IEnumerable<string> Links(WebAnswer answer) => answer.Document
            .QuerySelectorAll(".error-summary a[href]").Select(a => a.GetAttribute("href")!.Split('#')[^1]).Distinct();

        private static string Plain(string text) => text.ReplaceLineEndings("\n").Trim();
    }
}
