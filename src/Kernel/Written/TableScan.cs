using System.Text;

namespace Virker.Kernel;

/// <summary>
/// Goes through a text row by row. A cell in quotes may hold separators, line ends and doubled quotes.
/// </summary>
internal sealed class TableScan
{
    private readonly string _text;
    private int _at, _line = 1;

    public TableScan(string text)
    {
        _text = text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        if (_text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase)) SkipLine();
    }

    /// <summary>What parts the cells of the last row.</summary>
    public char Separator { get; private set; }

    /// <summary>What is wrong with the last row, in Danish.</summary>
    public string? Fault { get; private set; }

    /// <summary>
    /// The next row that has anything in it; null after the last. Without a separator the row's own is used: the first
    /// of semicolon, tab and comma in it.
    /// </summary>
    public WrittenRow? Next(char? separator)
    {
        while (_at < _text.Length)
        {
            var (begins, line) = (_at, _line);
            Fault = null;
            Separator = separator ?? FirstSeparator();
            var cells = new List<string>();
            while (Cell(cells))
            {
            }

            if (Fault is not null)
            {
                (_at, _line) = (begins, line);
                SkipLine();
            }

            if (Fault is not null || cells.Exists(c => c.Length > 0))
                return new(line, cells)
                {
                    Lines = Math.Max(1, _at >= _text.Length && _text[^1] != '\n' ? _line - line + 1 : _line - line),
                };
        }

        return null;
    }

    /// <summary>Whether another cell follows in the row.</summary>
    private bool Cell(List<string> cells)
    {
        while (_at < _text.Length && _text[_at] == ' ') _at++;
        var cell = new StringBuilder();
        if (_at < _text.Length && _text[_at] == '"') Quoted(cell);
        while (_at < _text.Length && _text[_at] != Separator && _text[_at] != '\n') cell.Append(_text[_at++]);
        cells.Add(WrittenText.Line(cell.ToString()));
        if (_at >= _text.Length || Fault is not null) return false;
        var more = _text[_at++] == Separator;
        if (!more) _line++;
        return more;
    }

    private void Quoted(StringBuilder cell)
    {
        for (_at++; _at < _text.Length; _at++)
        {
            if (_text[_at] == '\n') _line++;
            if (_text[_at] != '"') cell.Append(_text[_at]);
            else if (_at + 1 < _text.Length && _text[_at + 1] == '"') cell.Append(_text[_at++]);
            else
            {
                _at++;
                return;
            }
        }

        Fault = "Et anførselstegn begynder her og slutter ikke.";
    }

    private char FirstSeparator()
    {
        var inQuotes = false;
        for (var i = _at; i < _text.Length && _text[i] != '\n'; i++)
        {
            if (_text[i] == '"') inQuotes = !inQuotes;
            else if (!inQuotes && _text[i] is ';' or '\t' or ',') return _text[i];
        }

        return ';';
    }

    private void SkipLine()
    {
        var end = _text.IndexOf('\n', _at);
        (_at, _line) = (end < 0 ? _text.Length : end + 1, _line + 1);
    }
}
