namespace Virker.Platform;

/// <summary>
/// Old pages lay out their whole text in tables; only one with short cells side by side is a table to a reader.
/// Measured while the page is built.
/// </summary>
internal sealed class HtmlTables
{
    private const int LongestCell = 400;

    private readonly Stack<Measure> _open = new();

    private sealed class Measure
    {
        public bool HoldsTable, HasCellBeside;
        public int InCell, Longest;
    }

    public void Letters(int count)
    {
        if (_open.TryPeek(out var table)) table.InCell += count;
    }

    public void Opened(string name, bool followsElement)
    {
        if (name == "table")
        {
            if (_open.TryPeek(out var outer)) outer.HoldsTable = true;
            _open.Push(new Measure());
        }
        else if (name is "td" or "th" && _open.TryPeek(out var table))
        {
            table.InCell = 0;
            table.HasCellBeside |= followsElement;
        }
    }

    /// <summary>An element ends; whether it was a table of data.</summary>
    public bool Closed(string name)
    {
        if (!_open.TryPeek(out var table)) return false;
        if (name is "td" or "th") table.Longest = Math.Max(table.Longest, table.InCell);
        if (name != "table") return false;
        _open.Pop();
        return !table.HoldsTable && table.HasCellBeside && table.Longest < LongestCell;
    }
}
