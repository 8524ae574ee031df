using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Economy;

/// <summary>
/// What the council set aside for a benefit in a year: how many full-time persons, and the gross amount.
/// </summary>
[Table("budget_lines")]
[PrimaryKey(nameof(Year), nameof(Benefit))]
internal sealed class BudgetLineRow : IVersioned
{
    public int Year { get; init; }

    public int Benefit { get; init; }

    public int FullTimePersons { get; set; }

    public Money Gross { get; set; }

    public int Version { get; private set; }
}
