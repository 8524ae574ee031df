using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Structure;

/// <summary>
/// What is stored is written by the product and read by it: every column of every table, as the compiled modules use it
/// (an entity's property that is set and got, or SQL that names the column
/// beside its table). What only the fictive municipality's generator writes stands in a list that may only shrink.
/// </summary>
public sealed partial class StoredColumnTests
{
    /// <summary>
    /// What a register delivers is written for the fictive municipality alone, until a municipality moves in.
    /// </summary>
    private static readonly Lazy<HashSet<string>> Delivered = new(() =>
        [.. Modules.Types().Where(t => t.IsSubclassOf(typeof(Registered))).Select(t => t.FullName!)]
    );

    private static readonly Lazy<Traffic> Product = new(() => new([.. House.Rooms.Where(r => r.Name != "Demo").SelectMany(Of)]));

    /// <summary>Filled by the fictive municipality alone; each goes off the list when its door comes.</summary>
    private static readonly IReadOnlyList<Exemption> OfTheGenerator =
    [
        .. Door(
            "the registers of a municipality that moves in",
            "citizens.address",
            "citizens.address_protected",
            "citizens.born",
            "citizens.cpr_index",
            "citizens.cpr_sealed",
            "citizens.education",
            "citizens.email",
            "citizens.family_name",
            "citizens.given_name",
            "citizens.id",
            "citizens.interpreter_language",
            "citizens.origin",
            "citizens.phone",
            "citizens.postal_code",
            "citizens.residence_from",
            "citizens.residence_to",
            "citizens.search_name",
            "citizens.sex",
            "citizens.town",
            "teams",
            "workers",
            "team_departments",
            "cases.closed",
            "employment_spells",
            "paid_hours",
            "interventions",
            "sanctions",
            "register_dates",
            "resources",
            "meetings.holder",
            "meetings.note"
        ),
        .. Door(
            "the register of companies, and the orders and hires that are written there",
            "companies",
            "company_people",
            "job_orders",
            "hires"
        ),
        .. Door("agreements of adult apprentices and their end", "adult_apprentices", "schemes.to_day"),
        .. Door("the budget is read in and followed month by month", "budget_lines"),
        .. Door(
            "newcomers are received, and their courses and grants are written",
            "newcomers",
            "newcomer_quotas",
            "danish_courses",
            "result_grants",
            "spouse_support"
        ),
        .. Door("the register of educations is read in for the young", "education_spells"),
        .. Door(
            "every installation has gone past the release that offered the limit; until then a role with one stays shut",
            "account_roles.sensitivity",
            "account_roles.subjects"
        ),
    ];

    /// <summary>Kept, and shown or asked for nowhere yet.</summary>
    private static readonly IReadOnlyList<Exemption> Unread =
    [
        .. Use(
            "the register of companies shows where somebody is employed",
            "employment_spells.company_id",
            "adult_apprentices.company_id",
            "adult_apprentices.education"
        ),
        .. Use(
            "courses in Danish are shown and counted by course and exam",
            "danish_courses.course",
            "danish_courses.passed_on"
        ),
        .. Use(
            "the case of a committee is a page of its own",
            "committee_cases.title",
            "committee_cases.created_on",
            "committees.short_name"
        ),
        .. Use(
            "the page says who has changed what it shows and when, or the column goes: the journal has it",
            "contact_wishes.changed_at",
            "contact_wishes.changed_by",
            "covers.made_at",
            "covers.made_by",
            "meeting_places.set_at",
            "meeting_places.set_by",
            "municipal_choices.set_at",
            "sick_cases.changed_at",
            "sick_cases.changed_by",
            "sick_reassessments.made_at",
            "worker_terms.changed_at",
            "worker_terms.changed_by",
            "scheme_participants.marked_at",
            "files.stored_by"
        ),
        .. Use(
            "the name beside it is followed to the account, or the column goes",
            "law_regulations.approved_by",
            "law_regulations.ended_by",
            "notes.author_id",
            "sparring_notes.author_id",
            "figure_annexes.frozen_by"
        ),
        .. Use(
            "a note and a step lead to the conversation that they were made in",
            "notes.meeting_id",
            "my_plan_steps.meeting_id"
        ),
        .. Use(
            "the frozen annex is read by its columns, or they go: its content holds them",
            "figure_annexes.data_version",
            "figure_annexes.plan_id",
            "frozen_figures.indicator_id",
            "frozen_figures.indicator_version",
            "frozen_figures.measure_id"
        ),
        .. Use(
            "the review of a paper says when it was read, and what a corrected field was",
            "committee_reading_corrections.was",
            "committee_readings.read_at"
        ),
        .. Use("the decision shows who was chosen", "applications.worker_id"),
        .. Use(
            "the waiting list shows how it went",
            "waiting_list.by_citizen",
            "waiting_list.left_why",
            "slot_offers.answered_at",
            "slot_offers.minutes"
        ),
    ];

    [Fact]
    public async Task Every_column_is_read()
    {
        var columns = await ColumnsAsync();
        columns.Count.ShouldBeGreaterThan(500);
        Wall.Holds(columns.Where(c => !Product.Value.Reads(c)).Select(c => $"{c.Name} is never read"), Unread);
    }

    [Fact]
    public async Task Every_column_is_written_by_more_than_the_generator()
    {
        var columns = await ColumnsAsync();
        Wall.Holds(
            columns
                .Where(c => c.Mapped is not { IsConcurrencyToken: true })
                .GroupBy(c => c.Table)
                .SelectMany(t =>
                    t.Any(Product.Value.Writes)
                        ? t.Where(c => !Product.Value.Writes(c)).Select(c => $"{c.Name} is never written")
                        : [$"{t.Key} is never written"]
                ),
            OfTheGenerator
        );
    }

    private static IEnumerable<Exemption> Use(string until, params IEnumerable<string> stored) =>
        stored.Select(s => new Exemption($"{s} is never read", until));

    private static IEnumerable<Exemption> Door(string until, params IEnumerable<string> stored) =>
        stored.Select(s => new Exemption($"{s} is never written", until));

    /// <summary>A column by its table and, where an entity is mapped to it, the entity's property.</summary>
    private sealed record Column(string Table, string Field, string? Entity, IProperty? Mapped)
    {
        public string Name => $"{Table}.{Field}";

        public string Getter => $"{Entity}::get_{Mapped?.Name}";

        public string Setter => $"{Entity}::set_{Mapped?.Name}";

        public string Maker => $"{Entity}::.ctor";

        /// <summary>
        /// A version is read by whoever writes (the row is only taken as it was seen), a key by whoever names the row
        /// or takes it along with another, and whose row it is by the journal.
        /// </summary>
        public bool IsReadByAll =>
            Mapped is { IsConcurrencyToken: true }
            || Mapped?.IsPrimaryKey() == true
            || Mapped?.GetContainingForeignKeys().Any(k => k.PrincipalToDependent is not null) == true
            || Mapped?.ClrType == typeof(CitizenId)
            || Mapped?.ClrType == typeof(CitizenId?);

        /// <summary>A key that nobody gives is made with the row.</summary>
        public bool IsMadeWithRow => Mapped is { ValueGenerated: ValueGenerated.OnAdd };
    }

    private static IReadOnlyList<Body> Of(Room room)
    {
        using var binary = Binary.Of(room.Assembly);
        return [.. binary.Bodies().Where(b => !Delivered.Value.Contains(b.InType))];
    }

    private static async Task<IReadOnlyList<Column>> ColumnsAsync()
    {
        await using var house = await TestHouse.OnSqliteAsync();
        await using var scope = house.Scope(Actor.System);
        var mapped = scope
            .ServiceProvider.GetRequiredService<VirkerContext>()
            .Model.GetEntityTypes()
            .SelectMany(e =>
                e.GetProperties()
                    .Select(p =>
                        (
                            Key: $"{e.GetTableName()}.{p.GetColumnName()}",
                            Entity: e.ClrType.FullName!.Replace('+', '/'),
                            Property: p
                        )
                    )
            )
            .ToLookup(p => p.Key);
        var stored = await house.ReadAsync(
            "select t.name || '.' || c.name from sqlite_master t join pragma_table_info(t.name) c where t.type = 'table' and t.name not like 'sqlite_%' and t.name <> 'schema_history'"
        );
        return
        [
            .. stored
                .Select(s => $"{s}".Split('.'))
                .Select(s =>
                    mapped[$"{s[0]}.{s[1]}"].FirstOrDefault() is { Property: { } property } m
                        ? new Column(s[0], s[1], m.Entity, property)
                        : new Column(s[0], s[1], null, null)
                ),
        ];
    }

    /// <summary>What the bodies of methods get, set, and ask for in SQL.</summary>
    private sealed class Traffic
    {
        private readonly HashSet<string> _used;
        private readonly HashSet<string> _positional;
        private readonly HashSet<string> _chained;
        private readonly List<(HashSet<string> From, HashSet<string> Into, HashSet<string> Words)> _sql;

        public Traffic(IReadOnlyList<Body> bodies)
        {
            _used = [.. bodies.Where(b => !IsMadeByCompiler(b)).SelectMany(b => b.Members)];
            _positional =
            [
                .. bodies
                    .Where(b => b.InMethod == "Deconstruct")
                    .SelectMany(b => b.Members.Where(m => m.StartsWith($"{b.InType}::get_", StringComparison.Ordinal))),
            ];
            _chained =
            [
                .. bodies
                    .Where(b => b.Texts.Count > 1 && b.Members.Contains("Virker.Platform.ChainTable::.ctor"))
                    .SelectMany(b =>
                        b.Texts.Skip(1).Concat(["sequence", "hash"]).Select(field => $"{b.Texts[0]}.{field}")
                    ),
            ];
            _sql =
            [
                .. bodies
                    .GroupBy(b => b.Written, b => b.Texts)
                    .Select(g => string.Join('\n', g.SelectMany(t => t)))
                    .Where(t => t.Length > 0)
                    .Select(t =>
                        (Tables(From(), t), Tables(Into(), t), Word().Matches(t).Select(m => m.Value).ToHashSet())
                    ),
            ];
        }

        public bool Reads(Column column) =>
            column.IsReadByAll
            || _used.Contains(column.Getter)
            || _chained.Contains(column.Name)
            || _sql.Exists(t => t.From.Contains(column.Table) && t.Words.Contains(column.Field));

        public bool Writes(Column column) =>
            _used.Contains(column.Setter)
            || (_used.Contains(column.Maker) && (column.IsMadeWithRow || _positional.Contains(column.Getter)))
            || _chained.Contains(column.Name)
            || _sql.Exists(t => t.Into.Contains(column.Table) && t.Words.Contains(column.Field));

        /// <summary>
        /// A record's own equality, copying and printing touch every column and say nothing; nor does a property's own
        /// body.
        /// </summary>
        private static bool IsMadeByCompiler(Body body) =>
            body.InMethod
                is ".ctor"
                    or "ToString"
                    or "PrintMembers"
                    or "Equals"
                    or "GetHashCode"
                    or "Deconstruct"
                    or "<Clone>$"
            && body.Members.Any(m => m.StartsWith($"{body.InType}::", StringComparison.Ordinal));

        private static HashSet<string> Tables(Regex verb, string text) => [.. verb.Matches(text).Select(m => m.Groups["table"].Value)];
    }

    [GeneratedRegex(@"\b(?:from|join)\s+""?(?<table>[a-z_]+)")]
    private static partial Regex From();

    [GeneratedRegex(@"\b(?:insert into|update|insert or \w+ into)\s+""?(?<table>[a-z_]+)")]
    private static partial Regex Into();

    [GeneratedRegex(@"[a-z_0-9]+")]
    private static partial Regex Word();
}
