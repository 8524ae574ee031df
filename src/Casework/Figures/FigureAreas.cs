using Virker.Insight;

namespace Virker.Casework;

/// <summary>The areas of the cases' key figures; modules above may bring figures of them too.</summary>
public static class FigureAreas
{
    public static readonly FigureArea Benefits = new("Ydelser", 20);

    public static readonly FigureArea Conversations = new("Samtaler og sager", 30);

    public static readonly FigureArea Interventions = new("Indsatser", 40);

    public static readonly FigureArea AfterInterventions = new("Hvad der følger efter en indsats", 50);
}

/// <summary>Those whom shares of the population are of.</summary>
internal static class Residents
{
    public static readonly FactSet OfWorkingAge = new FactSet(ResidenceFacts.Table).Aged(16, 66);
}
