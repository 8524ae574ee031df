namespace Virker.Web;

/// <summary>A field's id in the page, made from its name, so that the error summary can lead to it.</summary>
internal static class FieldId
{
    public static string Of(string name) =>
        $"felt-{name.Replace('.', '-').Replace('[', '-').Replace("]", "").ToLowerInvariant()}";
}
