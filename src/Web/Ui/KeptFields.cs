using System.Security.Cryptography;
using System.Text;
using Virker.Platform;

namespace Virker.Web;

/// <summary>
/// What is kept of a form, field by field. A text comes back only where the page says the same as when it was typed:
/// what a colleague has written meanwhile is never overwritten. <paramref name="Form"/> is null where nothing is kept,
/// and the fields then only say what they say now.
/// </summary>
public sealed record KeptFields(KeptForm? Form)
{
    internal const string From = "_fra.";

    /// <summary>The form keeps drafts of its own: what it says now is the writer's own and older.</summary>
    public bool IsOwnDraft { get; init; }

    public string? Of(string name, string? value)
    {
        if (Form is null || !Form.Fields.TryGetValue(name, out var typed))
            return value;
        return IsOwnDraft || !Form.Fields.TryGetValue(From + name, out var from) || from == MarkOf(value)
            ? typed
            : value;
    }

    /// <summary>What was typed in the text fields, to be read where it could not be put back.</summary>
    public IEnumerable<string> Texts =>
        Form is null
            ? []
            : Form.Fields.Where(f => Form.Fields.ContainsKey(From + f.Key) && f.Value.Length > 0).Select(f => f.Value);

    internal static string MarkOf(string? value) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes((value ?? "").ReplaceLineEndings("\n").Trim())).AsSpan(0, 8)
        );
}
