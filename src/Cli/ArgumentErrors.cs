using System.CommandLine;

namespace Virker.Cli;

/// <summary>What is off about the arguments, in Danish; the parser itself only knows English.</summary>
internal static class ArgumentErrors
{
    public static string Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var help = $"Se ./virker{string.Concat(Path(parsed).Select(name => $" {name}"))} --help.";
        if (parsed.UnmatchedTokens is [var unknown, ..])
            return $"Virker kender ikke \u201d{unknown}\u201d. {help}";
        if (command.Subcommands.Count > 0)
            return $"Skriv også hvad: {string.Join(", ", command.Subcommands.Select(c => c.Name))}. {help}";
        return Missing(parsed) is { } missing ? $"{missing} mangler. {help}" : $"{parsed.Errors[0].Message} {help}";
    }

    private static string? Missing(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var argument = command.Arguments.FirstOrDefault(a =>
            a.Arity.MinimumNumberOfValues > 0 && parsed.GetResult(a) is null or { Tokens.Count: 0 }
        );
        return argument?.Name ?? command.Options.FirstOrDefault(o => o.Required && parsed.GetResult(o) is null)?.Name;
    }

    private static IEnumerable<string> Path(ParseResult parsed)
    {
        var names = new Stack<string>();
        for (var at = parsed.CommandResult; at?.Parent is System.CommandLine.Parsing.CommandResult parent; at = parent)
            names.Push(at.Command.Name);
        return names;
    }
}
