using Virker.Kernel;

namespace Virker.Office;

/// <summary>
/// What may be wrong with days that somebody chooses, from a first to a last one. The field is the command's <c>To</c>;
/// the code is the command's own.
/// </summary>
public static class ChosenDays
{
    private const string Field = nameof(RegisterAbsence.To);

    public static Refusal? InOrder(DateOnly from, DateOnly to, string code) =>
        to < from ? new Refusal(code, "Den sidste dag ligger før den første. Ret en af dem.", Field: Field) : null;

    public static Refusal? NotGone(DateOnly to, DateOnly today, string code) =>
        to < today ? new Refusal(code, "Dagene er gået. Vælg dage fra i dag og frem.", Field: Field) : null;
}
