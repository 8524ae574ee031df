namespace Virker.Demo;

/// <summary>A time on a benefit; <see cref="To"/> is <see cref="Person.Forever"/> while it runs at the register's end.</summary>
internal readonly record struct Spell(int Person, int Benefit, int From, int To);

/// <summary>
/// Month by month: spells run out after their drawn length, some lead on to another benefit the day after, and people begin until each
/// benefit's level (<see cref="BenefitLevels"/>) is reached. Nobody is on two benefits at once.
/// </summary>
internal sealed class BenefitCourse(DemoPlan plan, Person[] people)
{
    private const int LeastPause = 8;

    private readonly List<Spell> _spells = new(people.Length * 2);
    private readonly int[] _busyUntil = new int[people.Length];
    private readonly int[] _stock = new int[BenefitKind.Most + 1];
    private readonly Spread[] _lengths = [.. Enumerable.Range(0, BenefitKind.Most + 1).Select(b => new Spread(Chance.For(plan.Seed, Stream.Benefits, 1000 + b).Unit()))];
    private readonly Dictionary<int, List<int>> _endingIn = [];
    private readonly int _until = plan.Until.DayNumber;
    private Chance _chance = Chance.For(plan.Seed, Stream.Benefits);
    private Spread _eighteen = new(Chance.For(plan.Seed, Stream.Benefits, 18).Unit());
    private int _monthEnd;

    /// <summary>All spells, by person and first day. Those of the newcomers' programmes come with <paramref name="programmes"/>.</summary>
    public Spell[] Run(IEnumerable<Spell> programmes)
    {
        for (var i = 0; i < people.Length; i++) _busyUntil[i] = people[i].HeldUntil;
        Begin();
        for (var month = plan.From; month <= plan.Until; month = month.AddMonths(1))
        {
            _monthEnd = Math.Min(_until, month.AddMonths(1).DayNumber - 1);
            EndAndLeadOn(Month(month.DayNumber));
            BeginAtEighteen(month.DayNumber);
            for (var benefit = 1; benefit <= BenefitKind.Most; benefit++) Fill(benefit, month.DayNumber);
        }

        _spells.AddRange(programmes);
        var spells = _spells.ToArray();
        Array.Sort(spells, (a, b) => (a.Person, a.From).CompareTo((b.Person, b.From)));
        return spells;
    }

    /// <summary>Those who were on a benefit when the register begins, with the true first day: long spells are met more often than short ones.</summary>
    private void Begin()
    {
        var start = plan.From.DayNumber;
        _monthEnd = start - 1;
        for (var benefit = 1; benefit <= BenefitKind.Most; benefit++)
        {
            var kind = BenefitKind.All[benefit];
            var count = Target(benefit, plan.From);
            for (var i = 0; i < count; i++)
            {
                var whole = _lengths[benefit].LogNormal(kind.MedianWeeks * 7 * Math.Exp(kind.Sigma * kind.Sigma), kind.Sigma);
                var gone = kind.MedianWeeks == 0 ? _chance.Below(3000) : (int)(whole * _chance.Unit());
                if (Pick(benefit, start - 1 - Math.Min(gone, 9000), start - 1) is not { } person) continue;
                Add(person, benefit, start - 1 - Math.Min(gone, 9000), kind.MedianWeeks == 0 ? Person.Forever : Math.Max(gone + 2, (int)whole));
            }
        }
    }

    private void EndAndLeadOn(int month)
    {
        if (!_endingIn.Remove(month, out var ending)) return;
        for (var i = 0; i < ending.Count; i++)
        {
            var spell = _spells[ending[i]];
            _stock[spell.Benefit]--;
            LeadOn(spell);
        }
    }

    private void LeadOn(Spell spell)
    {
        var kind = BenefitKind.All[spell.Benefit];
        if (!_chance.Says(kind.Onward)) return;
        var next = _chance.Of(kind.Next);
        var day = spell.To + 1;
        if (_stock[next] < Target(next, DateOnly.FromDayNumber(_monthEnd)) && Fits(spell.Person, BenefitKind.All[next], day) && day <= _monthEnd) Add(spell.Person, next, day, Length(next));
    }

    /// <summary>The printed share of 18-year-olds on a benefit: they begin in the month after their birthday.</summary>
    private void BeginAtEighteen(int month)
    {
        var (first, last) = BornBetween(DateOnly.FromDayNumber(month).AddYears(-18).DayNumber, DateOnly.FromDayNumber(_monthEnd).AddYears(-18).DayNumber);
        var share = DateOnly.FromDayNumber(month).Year switch { <= 2020 => 0.100, 2021 => 0.098, 2022 => 0.094, _ => 0.091 };
        for (var i = first; i < last; i++)
        {
            var day = people[i].Turns(18);
            if (day < month || day > _monthEnd || !people[i].LivesHereOn(day) || _busyUntil[i] >= day) continue;
            if (_eighteen.Unit() < share) Add(i, BenefitKind.EducationHelp, day, Length(BenefitKind.EducationHelp));
        }
    }

    private void Fill(int benefit, int month)
    {
        var missing = Target(benefit, DateOnly.FromDayNumber(_monthEnd)) - _stock[benefit];
        for (var tries = missing * 4; tries > 0 && _stock[benefit] < Target(benefit, DateOnly.FromDayNumber(_monthEnd)); tries--)
        {
            var day = month + _chance.Below(_monthEnd - month + 1);
            if (Pick(benefit, day, day) is { } person) Add(person, benefit, day, Length(benefit));
        }
    }

    private int Target(int benefit, DateOnly day) => plan.Scaled(BenefitLevels.On(benefit, day));

    private int Length(int benefit)
    {
        var kind = BenefitKind.All[benefit];
        return kind.MedianWeeks == 0 ? Person.Forever : Math.Max(2, (int)Math.Round(_lengths[benefit].LogNormal(kind.MedianWeeks * 7, kind.Sigma)));
    }

    private void Add(int person, int benefit, int day, int length)
    {
        var last = Math.Min(people[person].Turns(BenefitKind.PensionAge) - 1, people[person].ResidenceTo);
        if (length != Person.Forever) last = Math.Min(last, day + length - 1);
        _busyUntil[person] = last;
        var spell = new Spell(person, benefit, day, last > _until ? Person.Forever : last);
        _spells.Add(spell);
        _stock[benefit]++;
        if (spell.To == Person.Forever) return;
        var month = Month(spell.To);
        if (month <= Month(_monthEnd) && spell.To <= _monthEnd)
        {
            _stock[benefit]--;
            LeadOn(spell);
            return;
        }

        if (!_endingIn.TryGetValue(month, out var ending)) _endingIn[month] = ending = [];
        ending.Add(_spells.Count - 1);
    }

    /// <summary>Somebody free, of the right age and living here from <paramref name="day"/> to <paramref name="through"/>; null when none is found.</summary>
    private int? Pick(int benefit, int day, int through)
    {
        var kind = BenefitKind.All[benefit];
        var (first, last) = BornBetween(day - (int)((kind.MaxAge + 1) * 365.25), day - (int)(kind.MinAge * 365.25));
        for (var tries = 0; tries < 3000 && last > first; tries++)
        {
            var i = first + _chance.Below(last - first);
            if (_busyUntil[i] >= day - LeastPause || !Fits(i, kind, day) || !people[i].LivesHereOn(through) || people[i].Turns(BenefitKind.PensionAge) <= through + 1) continue;
            if (_chance.Says(Leaning(people[i], benefit))) return i;
        }

        return null;
    }

    private bool Fits(int person, BenefitKind kind, int day)
    {
        ref readonly var p = ref people[person];
        return p.LivesHereOn(day) && day >= p.Turns(kind.MinAge) && day < p.Turns(kind.MaxAge + 1) && day >= p.HeldUntil;
    }

    private static double Leaning(in Person person, int benefit) => benefit switch
    {
        BenefitKind.ParentalLeave => person.Man ? 0.22 : 1,
        BenefitKind.EarlyRetirement => 0.6,
        BenefitKind.Transition => person.Roots == Roots.Danish ? 0 : 1,
        BenefitKind.Unemployment or BenefitKind.SickPay => person.Exposure,
        _ => person.Exposure * (person.Education <= 1 ? 1 : person.Education <= 3 ? 0.5 : 0.15),
    };

    private static int Month(int day) => DateOnly.FromDayNumber(day) is var date ? (date.Year * 12) + date.Month : 0;

    /// <summary>The range of people, who stand by birth date, born in these days.</summary>
    private (int First, int Last) BornBetween(int from, int to) => (FirstBornFrom(from), FirstBornFrom(to + 1));

    private int FirstBornFrom(int day)
    {
        var (low, high) = (0, people.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (people[middle].Born < day) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
