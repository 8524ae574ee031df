using System.CommandLine;
using System.Reflection;
using Virker.Cli;

// JSON goes to standard output and nothing else does; messages and progress go to standard error.
// Exit code 0: done. 1: the input is not usable, or a check failed. 2: the arguments are off.
var root = new RootCommand("Virker: kommunens åbne jobcenterplatform.");
foreach (
    var noun in Assembly.GetExecutingAssembly().GetTypes().Where(t => t.IsAssignableTo(typeof(INoun)) && t.IsClass)
)
{
    root.Subcommands.Add(((INoun)Activator.CreateInstance(noun)!).Build());
}

var parsed = root.Parse(args);
if (parsed.Errors.Count == 0) return await parsed.InvokeAsync();
Console.Error.WriteLine(ArgumentErrors.Of(parsed));
return 2;
