using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Virker.Casework;
using Virker.Insight;
using Virker.Office;
using Virker.Platform;
using Virker.Tests.Casework;
using Virker.Tests.Structure;
using Virker.Tests.Support;

namespace Virker.Tests.Platform;

/// <summary>
/// What is kept in memory is made of the tables that it says, and of no other: a change of a table that it does not
/// know of would leave it silently old.
/// </summary>
public sealed partial class KeptUpReadsTests
{
    [Fact]
    public async Task Every_table_that_the_day_book_and_the_staff_read_is_one_that_they_are_kept_up_with()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        for (var i = 0; i < 3; i++) await office.CitizenAsync(since: office.Today.AddDays(-40 * i), benefit: 2 + i);
        await using var scope = office.House.Scope(Actor.System);
        var db = scope.ServiceProvider.GetRequiredService<VirkerContext>();
        var book = Anew<DayBook, DayPage, DateOnly>(scope.ServiceProvider);
        var staff = Anew<StaffDirectory, Staff, bool>(scope.ServiceProvider);

        var ofStaff = await ReadByAsync(db, () => staff.CurrentAsync());
        ofStaff.Count.ShouldBe(5);
        ofStaff.Except(TableNames.Of(db, staff.Reads)).ShouldBeEmpty();
        var ofBook = await ReadByAsync(db, () => book.CurrentAsync());
        ofBook.Count.ShouldBeGreaterThan(9);
        ofBook.Except(TableNames.Of(db, book.Reads)).ShouldBeEmpty();
        ofBook.Except(TableNames.Of(db, book.Reads.Where(r => r != typeof(CallUpRow)))).ShouldBe(["call_ups"]);
    }

    [Fact]
    public async Task Every_table_that_a_source_of_facts_reads_is_one_that_its_facts_are_kept_up_with()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        await using var scope = office.House.Scope(Actor.System);
        var db = scope.ServiceProvider.GetRequiredService<VirkerContext>();
        var sources = scope.ServiceProvider.GetServices<IFactSource>().Where(s => s.Reads.Count > 0).ToList();

        sources.Count.ShouldBeGreaterThan(12);
        Wall.Holds(
            sources.SelectMany(s => Forgotten(TextOf(s), [.. TableNames.Of(db, s.Reads)]).Select(t => $"{s}: {t}"))
        );
        Wall.Holds(sources.SelectMany(s => Unnamed(TextOf(s), s.Reads).Select(r => $"{s}: {r}")));
        Forgotten("$\"select id from cases c join meetings m on m.x = c.y{only}\"", ["cases"]).ShouldBe(["meetings"]);
        Unnamed("db.Set<CaseRow>().Join(db.Set<MeetingRow>())", [typeof(CaseRow)]).ShouldBe(["MeetingRow"]);
    }

    private static KeptUpOf Anew<KeptUpOf, T, TBeside>(IServiceProvider services)
        where KeptUpOf : KeptUp<T, TBeside>
        where T : class
        where TBeside : IEquatable<TBeside> =>
        ActivatorUtilities.CreateInstance<KeptUpOf>(
            services,
            ActivatorUtilities.CreateInstance<KeptHere<T, TBeside>>(services, new KeptEntries<T, TBeside>())
        );

    /// <summary>The tables in the commands that one context runs meanwhile.</summary>
    private static async Task<IReadOnlyList<string>> ReadByAsync(VirkerContext db, Func<Task> work)
    {
        var seen = new Commands(db);
        using (DiagnosticListener.AllListeners.Subscribe(seen)) await work();
        return [.. seen.Texts.SelectMany(t => Table().Matches(t)).Select(m => m.Groups[1].Value).Distinct()];
    }

    private static string TextOf(IFactSource source) =>
        Repository
            .Sources.Single(f => Regex.IsMatch(f.Text(), $@"class {source.GetType().Name}\b.*IFactSource"))
            .Text();

    /// <summary>The tables that plain SQL in a text reads, without those that are known of.</summary>
    private static IEnumerable<string> Forgotten(string text, IReadOnlyCollection<string> known) =>
        text.Split('\n')
            .Where(line => line.Contains("\"select ", StringComparison.Ordinal))
            .SelectMany(line => Table().Matches(line))
            .Select(m => m.Groups[1].Value)
            .Distinct()
            .Where(t => !known.Contains(t));

    /// <summary>The rows that are asked of the context and not among those that are known of.</summary>
    private static IEnumerable<string> Unnamed(string text, IReadOnlyList<Type> known) =>
        Row().Matches(text).Select(m => m.Groups[1].Value).Distinct().Except(known.Select(r => r.Name));

    [GeneratedRegex("""(?:\bfrom|\bjoin|FROM|JOIN) "?([a-z]+(?:_[a-z]+)*)"? ?(?=[a-z{"\r\n]|AS|$)""")]
    private static partial Regex Table();

    [GeneratedRegex(@"\.Set<(\w+)>\(\)")]
    private static partial Regex Row();

    private sealed class Commands(VirkerContext db)
        : IObserver<DiagnosticListener>,
            IObserver<KeyValuePair<string, object?>>
    {
        public List<string> Texts { get; } = [];

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name) value.Subscribe(this);
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Value is CommandEventData { Command.CommandText: var text } data && data.Context == db)
                Texts.Add(text);
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
