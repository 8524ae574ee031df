using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Virker.Platform;

namespace Virker.Web;

/// <summary>
/// Calls a minute by class, for each signed-in person, or for each address where nobody is signed in. The setting
/// <c>Virker:BudgetFactor</c> multiplies them all (load tests, a whole town hall behind one address).
/// </summary>
internal static class Budgets
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>Whoever tries a fictive municipality changes person often.</summary>
    private const int FictiveFactor = 4;

    private static bool IsFictive(HttpContext context) =>
        context.RequestServices.GetRequiredService<CurrentMunicipality>() is { IsSet: true, Value.IsFictive: true };

    private static int Calls(Budget budget) => budget switch
    {
        Budget.Search => 40,
        Budget.SignIn => 15,
        Budget.Asset => 3000,
        _ => 300,
    };

    public static void Configure(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, (Budget, string)>(context =>
        {
            var isAnswerRead =
                HttpMethods.IsGet(context.Request.Method) && context.Request.Query.ContainsKey(KeptAnswers.Parameter);
            var budget = isAnswerRead
                ? Budget.Page
                : context.GetEndpoint()?.Metadata.GetMetadata<EndpointRuleAttribute>()?.Budget ?? Budget.Page;
            var factor =
                context.RequestServices.GetRequiredService<IConfiguration>().GetValue("Virker:BudgetFactor", 1)
                * (IsFictive(context) ? FictiveFactor : 1);
            var actor = context.RequestServices.GetRequiredService<CurrentActor>().Value;
            var who = actor.User?.ToString() ?? context.Connection.RemoteIpAddress?.ToString() ?? "";
            return RateLimitPartition.GetSlidingWindowLimiter((budget, who), _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = Calls(budget) * factor,
                Window = Window,
                SegmentsPerWindow = 6,
            });
        });
    }
}
