using Virker.Kernel;

namespace Virker.Platform;

/// <summary>A row that holds from a day to a day, both included; null while it runs.</summary>
public interface ISpell
{
    DateOnly FromDay { get; }

    DateOnly? ToDay { get; set; }
}

public static class Spells
{
    /// <summary>What holds on a day: a spell may be written before it comes.</summary>
    public static IQueryable<TSpell> On<TSpell>(this IQueryable<TSpell> spells, DateOnly day)
        where TSpell : class, ISpell => spells.Where(s => s.FromDay <= day && (s.ToDay == null || s.ToDay >= day));

    /// <summary>What holds on a day or comes after it.</summary>
    public static IQueryable<TSpell> Since<TSpell>(this IQueryable<TSpell> spells, DateOnly day)
        where TSpell : class, ISpell => spells.Where(s => s.ToDay == null || s.ToDay >= day);

    public static Period Period(this ISpell spell) => new(spell.FromDay, spell.ToDay);

    /// <summary>
    /// Something else holds from <paramref name="day"/>: the spell ends the day before, and one that had not begun goes.
    /// </summary>
    public static void EndBefore(this VirkerContext db, ISpell spell, DateOnly day)
    {
        if (spell.Period().EndedBefore(day) is { } left) spell.ToDay = left.To;
        else db.Remove(spell);
    }
}
