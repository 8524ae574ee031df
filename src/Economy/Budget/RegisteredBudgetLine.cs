using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Economy;

/// <summary>What the council set aside for a benefit in a year.</summary>
public sealed record RegisteredBudgetLine(int Year, int Benefit, int FullTimePersons, Money Gross) : Registered
{
    protected override string Called => "budgetlinje";

    protected override string? Fault =>
        RegisterFaults.Uncoded("Ydelserne", Benefit, CodeList.Benefits.Has(Benefit));

    protected override void WriteTo(IRegisterRows rows) =>
        rows.Add(
            new BudgetLineRow
            {
                Year = Year,
                Benefit = Benefit,
                FullTimePersons = FullTimePersons,
                Gross = Gross,
            }
        );
}
