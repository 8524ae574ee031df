using System.Data.Common;
using Virker.Platform;
using Virker.Kernel;

namespace Virker.Demo;

/// <summary>Holds every printed fact beside what a register gives.</summary>
public static class DemoCheck
{
    /// <summary>In per cent.</summary>
    public const double Allowed = 10;

    /// <summary>
    /// At another size than the printed municipality's, so many persons more or less are chance and rounding.
    /// </summary>
    public const double Rounding = 3;

    /// <summary>And a share may lie so many standard deviations off, for the number that it is a share of.</summary>
    public const double Deviations = 2;

    public static async Task<IReadOnlyList<CheckedFact>> RunAsync(
        DatabaseAddress address,
        CancellationToken ct = default
    )
    {
        await using var connection = await Connections.OpenAsync(address, ct);
        var sql = new RegisterSql(address.Dialect);
        var (from, to, scale) = await CoverAsync(connection, ct);
        var facts = new List<CheckedFact>();
        foreach (var fact in PrintedFacts.All)
        {
            var expected = fact.IsShare ? fact.Printed : fact.Printed * scale;
            var covered = fact.From >= from && fact.To <= to;
            var register = covered ? await NumberAsync(connection, fact.Question(sql), ct) : double.NaN;
            facts.Add(
                Decide(
                    fact,
                    expected,
                    scale,
                    register,
                    covered && fact.Whole is { } whole ? await NumberAsync(connection, whole(sql), ct) : 0
                )
            );
        }

        return facts;
    }

    internal static CheckedFact Decide(
        PrintedFact fact,
        double expected,
        double scale,
        double register,
        double whole = 0
    )
    {
        var difference =
            expected == 0 ? (register == 0 ? 0 : double.PositiveInfinity) : 100 * (register - expected) / expected;
        var verdict =
            double.IsNaN(register) ? FactVerdict.NotCovered
            : Math.Abs(difference) <= Allowed ? FactVerdict.Ok
            : scale != 1 && Math.Abs(register - expected) <= Chance(fact, expected, whole) ? FactVerdict.Few
            : FactVerdict.Outside;
        return new(fact.Text, fact.Source, fact.Printed, expected, register, difference, verdict);
    }

    /// <summary>How far from what is expected rounding and chance may lie, in persons or percentage points.</summary>
    private static double Chance(PrintedFact fact, double expected, double whole) =>
        !fact.IsShare ? Rounding : whole > 0 ? Deviations * Math.Sqrt(expected * (100 - expected) / whole) : 0;

    /// <summary>
    /// The days that the register covers, and its size against the printed municipality's (1 when it is meant to be the
    /// same).
    /// </summary>
    private static async Task<(DateOnly From, DateOnly To, double Scale)> CoverAsync(
        DbConnection connection,
        CancellationToken ct
    )
    {
        var last =
            WrittenDate.Iso(
                await TextAsync(
                    connection,
                    "select cast(last_day as text) from register_dates where source = 'casework'",
                    ct
                )
            ) ?? throw new SchemaException("Der er intet register i databasen. Kør demo create først.");
        var years = await NumberAsync(connection, "select min(year) from budget_lines", ct);
        var residents = await NumberAsync(
            connection,
            $"select count(*) from citizens where {RegisterSql.Runs(last, "residence_from", "residence_to")}",
            ct
        );
        var scale = residents / DemoPlan.PrintedInhabitants;
        return (new DateOnly((int)years, 12, 31), last, Math.Abs(scale - 1) < 0.02 ? 1 : scale);
    }

    private static async Task<double> NumberAsync(DbConnection connection, string sql, CancellationToken ct) =>
        await ScalarAsync(connection, sql, ct) is { } value ? Convert.ToDouble(value) : 0;

    private static async Task<string?> TextAsync(DbConnection connection, string sql, CancellationToken ct) =>
        await ScalarAsync(connection, sql, ct) as string;

    private static async Task<object?> ScalarAsync(DbConnection connection, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(ct) is var value and not DBNull ? value : null;
    }
}
