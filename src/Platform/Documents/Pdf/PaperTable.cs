namespace Virker.Platform;

/// <summary>Sets a table: caption, header, rows in bands, and the elements of each.</summary>
internal sealed class PaperTable
{
    private const double Pad = ColumnWidths.Pad;
    private readonly double _padTop;
    private readonly DocumentTable _table;
    private readonly double _x;
    private readonly double[] _edges;
    private readonly TypeStyle _body;
    private readonly TypeStyle _header;
    private readonly IReadOnlyList<IReadOnlyList<PlacedCell>> _grid;
    private readonly PaperLinks _links;

    private PaperTable(DocumentTable table, double x, double width, PaperLinks links)
    {
        (_table, _x, _links) = (table, x, links);
        _grid = TableGrid.Lay(table);
        (_body, _header) = (TypeStyle.Table, TypeStyle.TableHeader);
        _padTop = table.IsDense ? 1.7 : 3.4;
        var cells = Texts();
        foreach (var size in new[] { 8.2, 7.4 })
        {
            if (ColumnWidths.Pressure(table, cells, width) <= 1 && !table.IsDense)
                break;
            var leading = size + (table.IsDense ? 1.3 : 3.2);
            (_body, _header) = (_body with { Size = size, Leading = leading }, _header with { Size = size,
                Leading = leading });
            cells = Texts();
        }
        _edges = new double[table.Columns.Count + 1];
        var widths = ColumnWidths.Share(table, cells, width);
        for (var i = 0; i < widths.Length; i++)
            _edges[i + 1] = _edges[i] + widths[i];
    }

    public static IEnumerable<Slab> Lay(DocumentTable table, StructureTag parent, double x, double width, PaperLinks links) =>
        new PaperTable(table, x, width, links).Lay(StructureTag.Block("Table", parent), parent);

    private List<Slab> Lay(StructureTag tag, StructureTag parent)
    {
        var slabs = new List<Slab>();
        var caption = CleanText.Line(_table.Caption);
        if (caption.Length > 0)
            slabs.AddRange(
                SetText.Lines(
                    Stretch.Plain(caption, TypeStyle.Caption, StructureTag.Block("Caption", tag)),
                    _x,
                    _edges[^1],
                    keepWithNext: true
                )
            );
        slabs.Add(Header(StructureTag.Block("THead", tag)).ToSlab() with { Before = 3, KeepWithNext = true });
        var repeated = Header(null).ToSlab();
        var bands = _grid.Count == 0 ? [] : Bands(StructureTag.Block("TBody", tag)).ToList();
        var together = bands.Sum(band => band.Height) < PaperFlow.Capacity / 4;
        for (var i = 0; i < bands.Count; i++)
        {
            slabs.Add(bands[i].ToSlab() with
            {
                // A short table stays whole, and no page begins with the last row alone.
                KeepWithNext = i < bands.Count - 1 && (together || i == bands.Count - 2 || i == 0),
                Repeated = repeated.Height < PaperFlow.Capacity / 3 ? repeated : null,
            });
        }
        if (_table.Note is { Length: > 0 } note)
        {
            slabs[^1] = slabs[^1] with { KeepWithNext = true };
            slabs.AddRange(SetText.Lines(Stretch.Plain(note, TypeStyle.Small, StructureTag.Block("P", parent)), _x, _edges[^1], before: 3));
        }
        slabs[0] = slabs[0] with { Before = 14 };
        return slabs;
    }

    /// <summary>
    /// The header rows; without an element they are an artifact, for the pages that the table goes on over.
    /// </summary>
    private Band Header(StructureTag? head)
    {
        var lines = new List<BandLine>();
        var rules = new List<BandRule> { new(0, 0.5, Ink.Rule) };
        var y = 0.0;
        if (_table.Groups.Count > 0)
        {
            var row = head is null ? null : StructureTag.Block("TR", head);
            var first = 0;
            var cells = new List<(int, int, string, double)>();
            foreach (var group in _table.Groups)
            {
                cells.Add((first, Math.Max(1, group.Columns), group.Header, 0.5));
                first += Math.Max(1, group.Columns);
            }
            y = HeaderRow(lines, row, y, cells);
            rules.AddRange(cells.Where(cell => cell.Item3.Length > 0).Select(cell =>
                new BandRule(y - 1, 0.5, Ink.Rule, _edges[cell.Item1] + Pad, _edges[cell.Item1 + cell.Item2] - Pad)));
        }
        var last = head is null ? null : StructureTag.Block("TR", head);
        y = HeaderRow(lines, last, y, _table.Columns.Select((column, i) => (i, 1, column.Header, column.Numeric ? 1.0 : 0)));
        return new(_x, _edges[^1], y, lines, [.. rules, new(y, 0.9, Ink.Accent)]) { Shade = Ink.Shade };
    }

    private double HeaderRow(
        List<BandLine> lines,
        StructureTag? row,
        double top,
        IEnumerable<(int Column, int Columns, string Text, double Anchor)> cells
    )
    {
        var set = cells.Select(cell =>
        {
            var text = CleanText.Line(cell.Text);
            var tag = row is null ? null : CellTag(row, text.Length > 0 ? "Column" : null, cell.Columns, 1);
            return (cell, Lines: LineBreaker.Break(Stretch.Plain(text, _header, tag), Inner(cell.Column, cell.Columns)));
        }).ToList();
        var height = set.Max(cell => cell.Lines.Sum(line => line.Leading)) + 2 * _padTop;
        foreach (var (cell, cellLines) in set)
            Place(lines, cellLines, cell.Column, cell.Columns, top + height - _padTop - cellLines.Sum(line =>
                line.Leading), cell.Anchor);
        return top + height;
    }

    private IEnumerable<Band> Bands(StructureTag body)
    {
        for (var row = 0; row < _grid.Count;)
        {
            var end = row + 1;
            for (var next = row; next < end; next++)
                end = Math.Max(end, _grid[next].Select(cell => cell.Row + cell.Rows).DefaultIfEmpty(end).Max());
            yield return Rows(body, row, end);
            row = end;
        }
    }

    private Band Rows(StructureTag body, int start, int end)
    {
        var cells = new List<(PlacedCell Placed, IReadOnlyList<SetLine> Lines)>();
        for (var row = start; row < end; row++)
        {
            var tag = StructureTag.Block("TR", body);
            var style = _table.Rows[row].Total ? _body with { Bold = true } : _body;
            foreach (var placed in _grid[row])
                cells.Add((placed, LineBreaker.Break(Text(placed, style, tag), Inner(placed.Column, placed.Columns))));
        }
        var tops = Tops(cells, start, end);
        var lines = new List<BandLine>();
        foreach (var (placed, cellLines) in cells)
        {
            var numeric = _table.Columns[placed.Column].Numeric && !_table.IsRowHeader(placed) && placed.Columns == 1;
            Place(lines, cellLines, placed.Column, placed.Columns, tops[placed.Row - start] + _padTop, numeric ? 1 : 0);
        }
        var rules = cells.Select(cell => cell.Placed).Select(placed => new BandRule(
            tops[placed.Row + placed.Rows - start], 0.5, Ink.Rule, _edges[placed.Column], _edges[placed.Column + placed.Columns])).ToList();
        if (_table.Rows[start].Total)
            rules.Add(new(0, 0.9, Ink.Accent));
        return new(_x, _edges[^1], tops[^1], lines, rules);
    }

    /// <summary>Where each row begins; a cell over several rows makes the last of them taller when it must.</summary>
    private double[] Tops(List<(PlacedCell Placed, IReadOnlyList<SetLine> Lines)> cells, int start, int end)
    {
        var tops = new double[end - start + 1];
        for (var row = start; row < end; row++)
        {
            var bottom = tops[row - start] + 2 * _padTop + 6;
            foreach (var (placed, lines) in cells.Where(cell => cell.Placed.Row + cell.Placed.Rows - 1 == row))
                bottom = Math.Max(bottom, tops[placed.Row - start] + lines.Sum(line => line.Leading) + 2 * _padTop);
            tops[row + 1 - start] = bottom;
        }
        return tops;
    }

    private void Place(List<BandLine> lines, IReadOnlyList<SetLine> cell, int column, int columns, double y, double anchor)
    {
        foreach (var line in cell)
        {
            var x = _edges[column] + Pad + anchor * (Inner(column, columns) - line.Width);
            lines.Add(new(line, _x + x, y));
            y += line.Leading;
        }
    }

    private IReadOnlyList<Stretch> Text(PlacedCell placed, TypeStyle style, StructureTag row) =>
        Stretch.Of(placed.Cell.Runs, style, CellTag(row, _table.IsRowHeader(placed) ? "Row" : null, placed.Columns, placed.Rows), _links);

    private static StructureTag CellTag(StructureTag row, string? scope, int columns, int rows)
    {
        var tag = StructureTag.Block(scope is null ? "TD" : "TH", row);
        if (scope is not null)
            tag.With("Table", $"/Scope /{scope}");
        if (columns > 1)
            tag.With("Table", $"/ColSpan {columns}");
        if (rows > 1)
            tag.With("Table", $"/RowSpan {rows}");
        return tag;
    }

    private double Inner(int column, int columns) => _edges[column + columns] - _edges[column] - 2 * Pad;

    private List<CellText> Texts()
    {
        var spare = new StructureTag("TD", null);
        var cells = _table
            .Columns.Select(
                (column, i) => new CellText(i, 1, Stretch.Plain(CleanText.Line(column.Header), _header, null))
            )
            .ToList();
        cells.AddRange(
            _grid.SelectMany(
                (row, i) =>
                    row.Select(placed => new CellText(
                        placed.Column,
                        placed.Columns,
                        Stretch.Of(
                            placed.Cell.Runs,
                            _table.Rows[i].Total ? _body with { Bold = true } : _body,
                            spare,
                            _links
                        )
                    ))
            )
        );
        return cells;
    }
}
