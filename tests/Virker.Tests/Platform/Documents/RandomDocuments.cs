using System.Text;
using Virker.Platform;

namespace Virker.Tests.Platform;

/// <summary>Documents of every kind of block with ordinary and hostile text, the same for the same seed.</summary>
internal sealed class RandomDocuments(int seed)
{
    private static readonly string[] Words =
    [
        "samtale",
        "borger",
        "ærø",
        "Åbenrå",
        "virksomhedspraktik",
        "§",
        "5",
        "1.234,5",
        "og",
        "til",
        "den",
        "beskæftigelsesudvalget",
        "2021-22",
        "og/eller",
        "rekrutteringsbeskæftigelsesmedarbejderuddannelsesstrategiplanlægningskonference",
        "<b>",
        "&amp;",
        "(a\\b)",
        "\"citat\"",
        "Дом",
        "αβγ",
        "שלום",
        "漢字",
        "🙂",
        "e\u0301",
        "sam\u00ADtale",
        "nul\0tegn",
        "ny\nlinje",
        "tab\ttegn",
        "\u202Evendt",
        "\uD800",
        "à\u200Dla",
        "\uFFFF",
        "100\u00A0kr.",
        "=SUM(A1)",
        "",
        "---",
        "https://eksempel.dk/en/meget/lang/sti",
    ];

    private readonly Random _random = new(seed);

    public static Document Of(int seed) => new RandomDocuments(seed).Make();

    private Document Make() => new(Text(6), new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero), [.. Many(12, () => Block())])
    {
        Language = Some("da-DK", "en", ""),
        Subject = Maybe(Text(5)),
        Author = Maybe(Text(30)),
        Header = Maybe(Text(40)),
        Footer = Maybe(Text(5)),
        Site = _random.Next(2) == 0 ? null : new Uri("https://kommune.eksempel/"),
    };

    private DocumentBlock Block() => _random.Next(11) switch
    {
        0 => new Heading(_random.Next(-1, 7), Text(8)) { Anchor = Maybe(Some("a", "b", "æ")) },
        1 => new PageBreak(),
        2 => new SignOff(Text(3), [.. Many(5, () => new Signatory(Text(3), Text(12)) { Signed = Maybe(Text(5)) })]),
        3 => new FigureBlock(Chart(), Text(10)) { Caption = Maybe(Text(6)), TableElsewhere = _random.Next(2) == 0 },
        _ => Inside(3),
    };

    /// <summary>What may stand in a list item as well.</summary>
    private DocumentBlock Inside(int depth) =>
        _random.Next(depth > 0 ? 7 : 5) switch
        {
            0 or 1 => Paragraph(),
            2 => new NoticeBlock(Text(3), Runs(20)) { Kind = Some(NoticeKind.Information, NoticeKind.Warning) },
            3 => new DefinitionRows([.. Many(5, () => new Definition(Text(3), Runs(15)))]),
            4 => depth == 3 ? Table() : Paragraph(),
            _ => new ItemList([.. Many(5, () => new ListItem([.. Many(3, () => Inside(depth - 1))]))])
            {
                Numbered = _random.Next(2) == 0,
                Start = _random.Next(-5, 1000),
            },
        };

    private Paragraph Paragraph() =>
        new(Runs(_random.Next(10) == 0 ? 900 : 60))
        {
            Style = Some(ParagraphStyle.Body, ParagraphStyle.Lead, ParagraphStyle.Small),
        };

    private DocumentTable Table()
    {
        var columns = _random.Next(1, _random.Next(10) == 0 ? 14 : 6);
        var rows = _random.Next(_random.Next(6) == 0 ? 90 : 8);
        var split = _random.Next(1, columns + 1);
        return new DocumentTable(
            Text(6),
            [
                .. Enumerable
                    .Range(0, columns)
                    .Select(_ => new TableColumn(Text(3))
                    {
                        Numeric = _random.Next(3) == 0,
                        Width = _random.Next(4) == 0 ? 1 : 0,
                    }),
            ],
            [.. Rows(columns, rows)]
        )
        {
            RowHeaders = _random.Next(2) == 0,
            Note = Maybe(Text(12)),
            Groups =
                _random.Next(3) > 0 ? []
                : split == columns ? [new(Text(3), columns)]
                : [new(Text(2), split), new(Text(2), columns - split)],
        };
    }

    /// <summary>Now and then a first cell goes on beside the rows that follow, also beyond the last.</summary>
    private IEnumerable<TableRow> Rows(int columns, int rows)
    {
        for (var left = 0; rows > 0; rows--)
        {
            if (left > 0)
            {
                left--;
                yield return Row(columns - 1);
            }
            else if (columns > 1 && _random.Next(5) == 0)
            {
                left = _random.Next(1, 5);
                yield return new TableRow([new TableCell(Runs(20)) { RowSpan = left + 1 }, .. Row(columns - 1).Cells]);
            }
            else
            {
                yield return Row(columns);
            }
        }
    }

    private TableRow Row(int columns)
    {
        var cells = new List<TableCell>();
        for (var left = columns; left > 0 && _random.Next(12) > 0;)
        {
            var wide = _random.Next(6) == 0 ? _random.Next(1, left + 1) : 1;
            cells.Add(new TableCell(Runs(_random.Next(40) == 0 ? 700 : 8)) { ColumnSpan = wide });
            left -= wide;
        }
        return new TableRow(cells) { Total = _random.Next(8) == 0 };
    }

    public Chart Chart()
    {
        var categories = Enumerable
            .Range(0, _random.Next(_random.Next(5) == 0 ? 60 : 9))
            .Select(_ => Text(3))
            .ToArray();
        var series = Enumerable
            .Range(0, _random.Next(8))
            .Select(_ => new ChartSeries(Text(4), [.. categories.Select(_ => Value())]))
            .ToArray();
        return new Chart(
            Enum.GetValues<ChartKind>()[_random.Next(Enum.GetValues<ChartKind>().Length)],
            Text(5),
            new(categories, series) { Unit = Text(2), Decimals = _random.Next(4) }
        )
        {
            CategoryHeader = Text(2),
            Target =
                _random.Next(2) == 0
                    ? null
                    : new ChartTarget(Value() ?? 0, Text(3))
                    {
                        At = categories.Length > 0 && _random.Next(2) == 0 ? categories[^1] : null,
                    },
            Trend =
                _random.Next(3) == 0
                    ? null
                    : new ChartTrend
                    {
                        Ahead =
                        [
                            .. Enumerable
                                .Range(0, _random.Next(14))
                                .Select(i => new ChartStep(
                                    i == 0 && categories.Length > 0 && _random.Next(2) == 0 ? categories[^1] : Text(2),
                                    Value() ?? 1,
                                    Value() ?? 0,
                                    Value() ?? 2,
                                    Value() ?? 0,
                                    Value() ?? 3
                                )),
                        ],
                        Provisional = _random.Next(3),
                        Change = Maybe(Text(3)),
                        Days =
                            _random.Next(3) > 0
                                ? []
                                :
                                [
                                    .. categories.Select(
                                        (_, i) => new DateOnly(2000, 1, 1).AddDays(i * i * _random.Next(1, 40))
                                    ),
                                ],
                    },
        };
    }

    private double? Value() => _random.Next(14) switch
    {
        0 => null,
        1 => double.NaN,
        2 => double.PositiveInfinity,
        3 => -1e300,
        4 => 1e-300,
        5 => 0,
        6 => 42,
        7 => -_random.NextDouble() * 1e9,
        _ => Math.Round(_random.NextDouble() * 1000, _random.Next(4)),
    };

    private IReadOnlyList<TextRun> Runs(int words) =>
        [
            .. Many(
                4,
                () =>
                    new TextRun(Text(words))
                    {
                        Bold = _random.Next(4) == 0,
                        Italic = _random.Next(4) == 0,
                        Language = _random.Next(5) == 0 ? Some("en", "de", "\0") : null,
                        Link =
                            _random.Next(4) == 0
                                ? Some(
                                    "https://eksempel.dk/æ?x=(1)",
                                    "/moeder",
                                    "#a",
                                    "#intet",
                                    "javascript:alert(1)",
                                    "mailto:a@b.dk"
                                )
                                : null,
                    }
            ),
        ];

    private string Text(int words)
    {
        var text = new StringBuilder();
        for (var i = _random.Next(words + 1); i > 0; i--)
            text.Append(Words[_random.Next(Words.Length)]).Append(_random.Next(12) == 0 ? "" : " ");
        return text.ToString();
    }

    private IEnumerable<T> Many<T>(int most, Func<T> make) => Enumerable.Range(0, _random.Next(most + 1)).Select(_ => make()).ToList();

    private T Some<T>(params T[] of) => of[_random.Next(of.Length)];

    private string? Maybe(string text) => _random.Next(2) == 0 ? null : text;
}
