using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Virker.Demo;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Web;

/// <summary>
/// Puts the web together: the house's modules, and around every request the same walls in the same order.
/// </summary>
public static class Composition
{
    public static void AddShell(this WebApplicationBuilder builder)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = Danish.Culture;
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.AddScrubbedLines();
        builder
            .Services.AddSingleton(new FictiveClock(TimeProvider.System))
            .AddSingleton<TimeProvider>(services => services.GetRequiredService<FictiveClock>());
        builder.Services.AddVirker().AddHouseWork();
        builder
            .Services.AddHttpContextAccessor()
            .AddScoped<AnswerStatus>()
            .AddScoped<PageName>()
            .AddScoped<Receipts>()
            .AddScoped<FormOwners>()
            .AddParts(typeof(Composition).Assembly);
        builder.Services.AddRazorComponents();
        builder.Services.AddAntiforgery(o =>
            (o.Cookie.Name, o.Cookie.SecurePolicy, o.FormFieldName) = (
                "virker-formular",
                CookieSecurePolicy.SameAsRequest,
                "_formular"
            )
        );
        builder.Services.Configure<FormOptions>(o => (o.ValueCountLimit, o.KeyLengthLimit) = (500, 200));
        builder.Services.AddSingleton<IDataProtectionProvider, MunicipalProtection>();
        builder.Services.AddSingleton<KeptAnswers>();
        builder.Services.AddSignIn();
        builder
            .Services.AddSingleton<IAuthorizationPolicyProvider, PermissionPolicies>()
            .AddScoped<IAuthorizationHandler, PermissionHandler>();
        builder.Services.AddAuthorization();
        builder.Services.AddRateLimiter(Budgets.Configure);
        builder.Services.AddHostedService<TelemetryExport>();
    }

    public static void UseShell(this WebApplication app)
    {
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = "/fejl",
                CreateScopeForErrors = true,
                StatusCodeSelector = StatusOf,
            }
        );
        app.UseStatusCodePagesWithReExecute("/svar/{0}", createScopeForStatusCodePages: true);
        app.UseMiddleware<ErrorPagesAreRead>();
        app.UseRouting();
        app.UseMiddleware<StatedRules>();
        app.UseMiddleware<HostIsMunicipality>();
        app.UseAuthentication();
        app.UseMiddleware<AnswersAreRead>();
        app.UseMiddleware<TypedIsKept>();
        app.UseMiddleware<ActorOfRequest>();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.UseMiddleware<WriteGuard>();
        app.UseMiddleware<WrittenForm>();
        app.UseMiddleware<KeptAnswersAreShown>();
        app.UseMiddleware<TableExport>();
        var own = app.MapGroup("");
        ((IEndpointConventionBuilder)own).Add(StateForFramework);
        own.MapStaticAssets().WithMetadata(EndpointRuleAttribute.Asset, new AuthorizeAttribute(Policies.Anyone));
        foreach (var endpoints in app.Services.GetServices<IMapsEndpoints>()) endpoints.Map(app);
        own.MapRazorComponents<Shell.App>();
    }

    /// <summary>
    /// Where the database is away, whoever asks (also a machine) is to try again; everything else is a fault of ours.
    /// </summary>
    private static int StatusOf(Exception problem) =>
        DatabaseAway.Is(problem) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;

    /// <summary>
    /// The framework maps two addresses of its own beside the pages and the assets, and has no place for their rules.
    /// </summary>
    private static void StateForFramework(EndpointBuilder endpoint)
    {
        if (
            (endpoint as RouteEndpointBuilder)?.RoutePattern.RawText?.TrimStart('/')
            is not ("_framework/opaque-redirect" or "{**path:file}")
        )
            return;
        endpoint.Metadata.Add(EndpointRuleAttribute.Asset);
        endpoint.Metadata.Add(new AuthorizeAttribute(Policies.Anyone));
    }

    /// <summary>Links in messages lead to the fictive municipality where it answers.</summary>
    public static void SayWhereItListens(this WebApplication app) =>
        app.Lifetime.ApplicationStarted.Register(() =>
            app.Services.GetRequiredService<SiteAddress>().Listening = app.Urls.FirstOrDefault()
        );

    /// <summary>Brings every municipality's database to the scripts before the first request.</summary>
    public static async Task PrepareMunicipalitiesAsync(this WebApplication app)
    {
        var migrator = app.Services.GetRequiredService<Migrator>();
        foreach (var municipality in app.Services.GetRequiredService<MunicipalityCatalogue>().All)
            await migrator.MigrateAsync(municipality.Database);
        await app.Services.GetRequiredService<FictiveClock>().SetAsync(app.Services);
    }
}
