using System.CommandLine;

namespace Virker.Cli;

/// <summary>A noun of the command line with its verbs ("minutes read"); one file a noun, found by reflection.</summary>
internal interface INoun
{
    Command Build();
}
