using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>Where citizens have begun an intervention with a company (virksomhedsplacering), without saying who: for the modules that keep companies.</summary>
public interface ICompanyPlacements
{
    /// <summary>Calls <paramref name="placement"/> with company, kind of intervention and first day.</summary>
    Task ReadAsync(Action<CompanyId, string, DateOnly> placement, CancellationToken ct = default);

    /// <summary>Changes whenever the placements do.</summary>
    Task<string> VersionAsync(CancellationToken ct = default);
}

internal sealed class CompanyPlacements(VirkerContext db) : ICompanyPlacements
{
    public Task ReadAsync(Action<CompanyId, string, DateOnly> placement, CancellationToken ct = default) => RowReader.ReadAsync(
        db, "select company_id, kind, from_day from interventions where company_id is not null", row => placement(new CompanyId(row.Id(0)), row.Text(1), row.Day(2)), ct);

    public Task<string> VersionAsync(CancellationToken ct = default) => TableStamp.OfAsync(db, ["interventions"], ct);
}
