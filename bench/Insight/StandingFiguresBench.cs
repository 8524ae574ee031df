namespace Virker.Bench;

internal static class StandingFiguresBench
{
    public static int Run(int inhabitants) => inhabitants;
}
