using Microsoft.AspNetCore.Authorization;
using Virker.Platform;

namespace Virker.Web;

/// <summary>
/// A page or an endpoint for whoever may run a use case: its policy is the permission that it requires.
/// </summary>
/// <typeparam name="TRequest">The use case's request.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ForAttribute<TRequest>() : AuthorizeAttribute(Permissions.Of<TRequest>());
