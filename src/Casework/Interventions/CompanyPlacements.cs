using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// The interventions that a company has a part in, as the workplace (virksomhedsplacering) or as the provider
/// (leverandør): for the modules that keep companies.
/// </summary>
public interface ICompanyPlacements
{
    /// <summary>Calls <paramref name="placement"/> with each, or with those of some citizens.</summary>
    Task ReadAsync(
        Action<CompanyPlacement> placement,
        IReadOnlyCollection<CitizenId>? only = null,
        CancellationToken ct = default
    );

    /// <summary>The types of the rows that they stand on.</summary>
    IReadOnlyList<Type> StandsOn { get; }

    /// <summary>Changes whenever the placements do.</summary>
    Task<string> VersionAsync(CancellationToken ct = default);
}

/// <param name="Citizen">Whose intervention it is.</param>
/// <param name="Company">The workplace or the provider.</param>
/// <param name="Kind">Of intervention, as the code list names it.</param>
/// <param name="Workplace">The kind of workplace; null where the company provides the intervention and is not where it
/// takes place.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day; null while it runs.</param>
public readonly record struct CompanyPlacement(
    CitizenId Citizen,
    CompanyId Company,
    string Kind,
    Sector? Workplace,
    DateOnly From,
    DateOnly? To
);

[Part]
internal sealed class CompanyPlacements(VirkerContext db) : ICompanyPlacements
{
    public IReadOnlyList<Type> StandsOn => [typeof(InterventionRow)];

    public Task ReadAsync(
        Action<CompanyPlacement> placement,
        IReadOnlyCollection<CitizenId>? only = null,
        CancellationToken ct = default
    ) =>
        RowReader.ReadAsync(
            db,
            $"select citizen_id, company_id, kind, workplace, from_day, to_day from interventions where company_id is not null{RowReader.Where(db, "citizen_id", only, "and")}",
            row =>
                placement(
                    new(
                        new CitizenId(row.Id(0)),
                        new CompanyId(row.Id(1)),
                        row.Text(2),
                        row.IsNull(3) ? null : Sector.Of(row.Text(3)),
                        row.Day(4),
                        row.DayOrNull(5)
                    )
                ),
            ct
        );

    public Task<string> VersionAsync(CancellationToken ct = default) => TableStamp.OfAsync(db, StandsOn, ct);
}
