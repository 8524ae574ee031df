using Virker.Platform;

namespace Virker.Web;

/// <summary>The host name decides the municipality; an unknown host gets nothing at all.</summary>
internal sealed class HostIsMunicipality(RequestDelegate next, MunicipalityCatalogue catalogue)
{
    public Task InvokeAsync(HttpContext context, CurrentMunicipality current)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<EndpointRuleAttribute>() is { AnyHost: true })
            return next(context);
        if (catalogue.OfHost(context.Request.Host.Host) is { } municipality)
        {
            current.Value = municipality;
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync("Ingen kommune har denne adresse.");
    }
}
