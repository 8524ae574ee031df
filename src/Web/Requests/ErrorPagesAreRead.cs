using Microsoft.AspNetCore.Diagnostics;

namespace Virker.Web;

/// <summary>The page that tells what went wrong with a form is only read, whatever the form was sent to.</summary>
internal sealed class ErrorPagesAreRead(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (
            context.Features.Get<IStatusCodeReExecuteFeature>() is not null
            || context.Features.Get<IExceptionHandlerFeature>() is not null
        )
            context.Request.Method = HttpMethods.Get;
        return next(context);
    }
}
