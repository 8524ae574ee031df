using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Virker.Web;

namespace Virker.Tests.Structure;

/// <summary>
/// What comes in comes in through one reader each: dates, times, numbers, text and files by Kernel's Written types. A
/// reader of a machine's own format (PDF, a register's stream, the law's own sheets as bytes) may read for itself, and
/// says which format it is.
/// </summary>
public sealed partial class ReaderTests
{
    private static readonly string[] Parsers =
    [
        .. new[]
        {
            "DateOnly",
            "DateTime",
            "DateTimeOffset",
            "TimeOnly",
            "TimeSpan",
            "Decimal",
            "Double",
            "Single",
            "Int32",
            "Int64",
            "Int16",
            "Byte",
        }.SelectMany(type =>
            new[] { "Parse", "TryParse", "ParseExact", "TryParseExact" }.Select(member => $"System.{type}::{member}")
        ),
    ];

    private static readonly string[] Texts =
    [
        "System.IO.File::ReadAllText",
        "System.IO.File::ReadAllLines",
        "System.IO.File::ReadLines",
        "System.IO.File::OpenText",
        "System.IO.StreamReader::.ctor",
        "System.IO.FileInfo::OpenText",
    ];

    /// <summary>
    /// Readers of what machines wrote for machines, by the format that each reads. One that no longer reads for itself
    /// must go.
    /// </summary>
    private static readonly Dictionary<string, string> MachineFormats = new()
    {
        ["Virker.Kernel.WrittenDate"] = "the reader of dates itself",
        ["Virker.Kernel.WrittenTime"] = "the reader of times itself",
        ["Virker.Kernel.WrittenNumber"] = "the reader of numbers itself",
        ["Virker.Kernel.Cpr"] = "the digits of a CPR number, already found to be digits",
        ["Virker.Platform.PdfCrossReference"] = "PDF's table of objects",
        ["Virker.Platform.PdfGlyphNames"] = "PDF's names of letters, in hexadecimal",
        ["Virker.Platform.PdfLexer"] = "PDF's own numbers and names",
        ["Virker.Platform.LenientXml"] = "XML's references to letters, in hexadecimal",
        ["Virker.Platform.ChainAnchors"] = "JSON that Virker wrote beside the database",
        ["Virker.Platform.MunicipalityCatalogue"] = "JSON that the catalogue is kept in",
        ["Virker.Platform.ErasureLedger"] = "the ledger that Virker seals itself, line by line",
        ["Virker.Platform.JournalVeil"] = "values that the journal wrote, only told apart from words",
        ["Virker.Platform.KeptForms"] = "sealed text that Virker wrote beside the database",
        ["Virker.Platform.FileKind"] = "bytes that are only judged, not read",
        ["Virker.Platform.RestoredPostgres"] = "PostgreSQL's own copy format, from the backup",
        ["Virker.Platform.Script"] = "the schema's scripts, compiled in",
        ["Virker.Rules.Lawbook"] = "the law's sheets, compiled in",
        ["Virker.Insight.RegisterQuestion"] = "keys of a dimension, made by Virker",
        ["Virker.Cli.RegisterFolder"] = "a register as a stream, too long to be held as text",
        ["Virker.Cli.ForecastVerb"] = "the competition's files as a stream",
        ["Virker.Web.Pages.Casework.Booking.SlotChoice"] = "an instant that Virker wrote in its own form",
        ["Virker.Web.Pages.Oversight.Journal.JournalWords"] = "an instant that the journal wrote in its own form",
        ["Virker.Web.Sessions"] = "an instant that Virker sealed in its own cookie",
    };

    private static readonly Dictionary<string, string> MachineRows = new()
    {
        ["src/Platform/Backup/RestoredPostgres.cs"] = "PostgreSQL's own copy format",
        ["src/Platform/Documents/Reading/SourceTableFinder.cs"] = "cells of a line that a document's reader has parted",
        ["src/Insight/Registers/WeeklyReader.cs"] = "a register of digits, millions of lines long",
    };

    [Fact]
    public void Dates_and_numbers_are_read_by_the_readers_alone() =>
        Wall.Holds([.. House.Rooms.SelectMany(r => Found(r.Assembly, Parsers)).Where(v => !IsOfMachine(v))]);

    [Fact]
    public void Text_files_are_read_by_the_reader_alone() =>
        Wall.Holds([.. House.Rooms.SelectMany(r => Found(r.Assembly, Texts)).Where(v => !IsOfMachine(v))]);

    [Fact]
    public void Rows_are_parted_by_the_reader_alone() =>
        Wall.Holds([
            .. Repository
                .Files.Where(f =>
                    f.Path.StartsWith("src/", StringComparison.Ordinal)
                    && !MachineRows.ContainsKey(f.Path)
                    && (f.Is(".cs") || f.Is(".razor"))
                )
                .SelectMany(f => Matches(f.Path, f.Text(), OwnRows(), "parts rows by itself")),
        ]);

    [Fact]
    public void A_machines_reader_that_no_longer_reads_for_itself_goes_off_the_list()
    {
        var uses = House.Rooms.SelectMany(r => Found(r.Assembly, [.. Parsers, .. Texts])).ToList();
        MachineFormats.Keys.Where(type => !uses.Exists(use => IsOf(type, use))).ShouldBeEmpty();
        MachineRows
            .Keys.Where(path => !OwnRows().IsMatch(Repository.Files.Single(f => f.Path == path).Text()))
            .ShouldBeEmpty();
    }

    /// <summary>
    /// The framework falls over what it cannot read for itself in an address: a page takes text, and reads it.
    /// </summary>
    [Fact]
    public void A_page_takes_text_from_its_address() =>
        Wall.Holds(typeof(AnswerStatus).Assembly.GetTypes().SelectMany(Taken));

    /// <summary>
    /// The words of a password are its own; everything else that is typed is cleaned before a page sees it.
    /// </summary>
    [Fact]
    public void Every_password_is_left_as_it_was_typed() =>
        Repository
            .Files.Where(f => f.Is(".razor"))
            .SelectMany(f => PasswordField().Matches(f.Text()).Select(m => m.Groups["name"].Value))
            .ShouldBeSubsetOf(WrittenForm.AsTyped);

    [Fact]
    public void Each_wall_falls_for_a_seeded_violation()
    {
        var seeded = nameof(Seeded.OwnReader);
        Found("Virker.Tests", Parsers)
            .Where(u => u.Contains(seeded, StringComparison.Ordinal))
            .Order()
            .ShouldBe([
                "Virker.Tests.Structure.Seeded.OwnReader.Read uses System.DateOnly::Parse",
                "Virker.Tests.Structure.Seeded.OwnReader.Read uses System.Decimal::Parse",
            ]);
        Found("Virker.Tests", Texts)
            .ShouldContain("Virker.Tests.Structure.Seeded.OwnReader.Read uses System.IO.File::ReadAllText");
        Matches("a.cs", "var cells = line.Split(';');", OwnRows(), "x").ShouldHaveSingleItem();
        Matches("a.cs", "var cells = line.Split('\\t', 3);", OwnRows(), "x").ShouldHaveSingleItem();
        Matches("a.cs", "var words = text.Split(' ');", OwnRows(), "x").ShouldBeEmpty();
        Taken(typeof(Unread)).ShouldBe(["Unread.Citizen is a Nullable`1, which the framework reads by itself"]);
        PasswordField()
            .Match("<TextField Name=\"Secret\" Label=\"A\" Type=\"password\" />")
            .Groups["name"]
            .Value.ShouldBe("Secret");
    }

    private static IEnumerable<string> Taken(Type page) =>
        page.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(p =>
                p.IsDefined(typeof(SupplyParameterFromQueryAttribute))
                && p.PropertyType != typeof(string)
                && p.PropertyType != typeof(string[])
            )
            .Select(p => $"{page.Name}.{p.Name} is a {p.PropertyType.Name}, which the framework reads by itself");

    private sealed class Unread
    {
        [SupplyParameterFromQuery] public Guid? Citizen { get; set; }

        [SupplyParameterFromQuery] public string? Name { get; set; }
    }

    private static bool IsOfMachine(string use) => MachineFormats.Keys.Any(type => IsOf(type, use));

    private static bool IsOf(string type, string use) =>
        use.StartsWith($"{type}.", StringComparison.Ordinal) || use.StartsWith($"{type}/", StringComparison.Ordinal);

    private static List<string> Found(string assembly, string[] refused)
    {
        using var binary = Binary.Of(assembly);
        return
        [
            .. binary
                .Uses()
                .Where(u =>
                    refused.Any(r =>
                        u.Member == r
                        || (
                            r.StartsWith("System.IO.File::", StringComparison.Ordinal)
                            && u.Member.StartsWith(r, StringComparison.Ordinal)
                        )
                    )
                )
                .Select(u => u.ToString())
                .Distinct(),
        ];
    }

    private static IEnumerable<string> Matches(string path, string text, Regex pattern, string problem) =>
        pattern.Matches(text).Select(m => $"{path}:{text.AsSpan(0, m.Index).Count('\n') + 1} {problem}: {m.Value}");

    [GeneratedRegex(@"\.Split\(\s*(?:';'|"";""|'\\t')")]
    private static partial Regex OwnRows();

    [GeneratedRegex(@"Name=""(?<name>\w+)""[^>]*Type=""password""")]
    private static partial Regex PasswordField();
}
