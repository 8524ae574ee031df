namespace Virker.Platform;

/// <summary>
/// A piece of the paper that is placed whole, or split where it knows how. Draw is told the page and the top of the
/// slab on it.
/// </summary>
internal sealed record Slab(double Height, Action<PaperPage, double> Draw)
{
    /// <summary>The distance to what stands above; nothing at the top of a page.</summary>
    public double Before { get; init; }

    public bool KeepWithNext { get; init; }

    public bool BreakBefore { get; init; }

    /// <summary>What comes after a heading stands close to it.</summary>
    public bool IsHeading { get; init; }

    /// <summary>A table's header, set again (as an artifact) when this slab begins a page.</summary>
    public Slab? Repeated { get; init; }

    /// <summary>Splits at the height that is left; null when nothing would stand before the split.</summary>
    public Func<double, (Slab First, Slab Next)?>? Split { get; init; }
}

/// <summary>Places slabs on pages.</summary>
internal sealed class PaperFlow(PaperFonts fonts)
{
    public const double Left = 64;
    public const double Top = 78;
    public const double Bottom = PaperPage.Height - 70;
    public const double Width = PaperPage.Width - 2 * Left;
    public const double Capacity = Bottom - Top;

    private readonly List<PaperPage> _pages = [new(fonts)];
    private double _y = Top;
    private bool _afterHeading;

    public IReadOnlyList<PaperPage> Pages => _pages;

    private bool AtTop => _y <= Top;

    public void Place(IReadOnlyList<Slab> slabs)
    {
        for (var i = 0; i < slabs.Count; i++)
        {
            var chainStarts = i == 0 || !slabs[i - 1].KeepWithNext;
            if (!AtTop && (slabs[i].BreakBefore || (chainStarts && _y + ChainHeight(slabs, i) > Bottom)))
                NewPage(slabs[i]);
            Place(slabs[i]);
        }
    }

    private void Place(Slab slab)
    {
        var gap = AtTop ? 0 : _afterHeading ? Math.Min(slab.Before, 7) : slab.Before;
        if (_y + gap + slab.Height <= Bottom + 0.01)
        {
            Draw(slab, gap);
            return;
        }
        if (slab.Split?.Invoke(Bottom - _y - gap) is { } parts)
        {
            Draw(parts.First, gap);
            NewPage(parts.Next);
            Place(parts.Next);
            return;
        }
        if (AtTop)
        {
            Draw(slab, 0);
            return;
        }
        NewPage(slab);
        Place(slab with { Before = 0, Repeated = null });
    }

    private void Draw(Slab slab, double gap)
    {
        slab.Draw(_pages[^1], _y + gap);
        _y += gap + slab.Height;
        _afterHeading = slab.IsHeading;
    }

    private void NewPage(Slab next)
    {
        _pages.Add(new(fonts));
        _y = Top;
        _afterHeading = false;
        if (next.Repeated is { } header)
            Draw(header, 0);
    }

    /// <summary>What must stand on one page from here; of a chain that no page can hold, only what begins it.</summary>
    private static double ChainHeight(IReadOnlyList<Slab> slabs, int start)
    {
        var height = 0.0;
        for (var i = start; i < slabs.Count; i++)
        {
            var own = slabs[i].Split is not null && slabs[i].Height > Capacity / 3 ? 60 : slabs[i].Height;
            height += slabs[i].Before + own;
            if (height > Capacity)
                return Math.Min(slabs[start].Height + slabs[start].Before, 60);
            if (!slabs[i].KeepWithNext)
                break;
        }
        return height;
    }
}
