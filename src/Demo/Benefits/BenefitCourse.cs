namespace Virker.Demo;

/// <summary>
/// Month by month: spells run out after their drawn length, some lead on to another benefit the day after, and people
/// begin until each benefit's level (<see cref="BenefitLevels"/>) is reached. Nobody is on two benefits at once.
/// </summary>
internal sealed class BenefitCourse(DemoPlan plan, Person[] people)
{
    private const int LeastPause = 8;
    private const int LongestBefore = 9000;

    private readonly SpellBook _book = new(plan, people);
    private readonly Spread[] _lengths =
    [
        .. Enumerable
            .Range(0, BenefitKind.Most + 1)
            .Select(b => new Spread(Chance.For(plan.Seed, Stream.Benefits, 1000 + b).Unit())),
    ];
    private Chance _chance = Chance.For(plan.Seed, Stream.Benefits);
    private Spread _eighteen = new(Chance.For(plan.Seed, Stream.Benefits, 18).Unit());
    private int _monthEnd;

    /// <summary>
    /// All spells, by person and first day. Those of the newcomers' programmes come with <paramref name="programmes"/>.
    /// </summary>
    public Spell[] Run(IEnumerable<Spell> programmes)
    {
        Begin();
        var longTerm = new LongTermLevel(plan, _book);
        for (var month = plan.From; month <= plan.Until; month = month.AddMonths(1))
        {
            _monthEnd = Math.Min(plan.Until.DayNumber, month.AddMonths(1).DayNumber - 1);
            longTerm.Hold(month.DayNumber, _monthEnd);
            EndAndLeadOn(SpellBook.Month(month.DayNumber));
            BeginAtEighteen(month.DayNumber);
            for (var benefit = 1; benefit <= BenefitKind.Most; benefit++) Fill(benefit, month.DayNumber);
        }

        Spell[] spells = [.. _book.All, .. programmes];
        Array.Sort(spells, (a, b) => (a.Person, a.From).CompareTo((b.Person, b.From)));
        return spells;
    }

    /// <summary>
    /// Those who were on a benefit when the register begins, with the true first day: long spells are met more often
    /// than short ones.
    /// </summary>
    private void Begin()
    {
        var start = plan.From.DayNumber;
        _monthEnd = start - 1;
        for (var benefit = 1; benefit <= BenefitKind.Most; benefit++)
        {
            var kind = BenefitKind.All[benefit];
            for (var i = Target(benefit); i > 0; i--)
            {
                var whole = _lengths[benefit]
                    .LogNormal(kind.MedianWeeks * 7 * Math.Exp(kind.Sigma * kind.Sigma), kind.Sigma);
                var gone = Math.Min(
                    LongestBefore,
                    kind.MedianWeeks == 0 ? _chance.Below(3000) : (int)(whole * _chance.Unit())
                );
                if (Pick(benefit, start - 1 - gone, start - 1) is not { } person)
                    continue;
                _book.Add(
                    person,
                    benefit,
                    start - 1 - gone,
                    kind.MedianWeeks == 0 ? Person.Forever : Math.Max(gone + 2, (int)whole)
                );
            }
        }
    }

    private void EndAndLeadOn(int month)
    {
        foreach (var number in _book.TakeEnding(month))
        {
            _book.End(number);
            LeadOn(_book[number]);
        }
    }

    private void LeadOn(Spell spell)
    {
        var kind = BenefitKind.All[spell.Benefit];
        if (!_chance.Says(kind.Onward)) return;
        var next = _chance.Of(kind.Next);
        var day = spell.To + 1;
        if (day <= _monthEnd && _book.Running(next) < Target(next) && Fits(spell.Person, BenefitKind.All[next], day))
            Add(spell.Person, next, day);
    }

    /// <summary>The printed share of 18-year-olds on a benefit: they begin on their birthday.</summary>
    private void BeginAtEighteen(int month)
    {
        var (first, last) = BornBetween(
            DateOnly.FromDayNumber(month).AddYears(-18).DayNumber,
            DateOnly.FromDayNumber(_monthEnd).AddYears(-18).DayNumber
        );
        var share = DateOnly.FromDayNumber(month).Year switch
        {
            <= 2020 => 0.100,
            2021 => 0.098,
            2022 => 0.094,
            _ => 0.091,
        };
        for (var i = first; i < last; i++)
        {
            var day = people[i].Turns(18);
            if (day < month || day > _monthEnd || !people[i].LivesHereOn(day) || !_book.IsFree(i, day)) continue;
            if (_eighteen.Unit() < share) Add(i, BenefitKind.EducationHelp, day);
        }
    }

    private void Fill(int benefit, int month)
    {
        var target = Target(benefit);
        for (var tries = (target - _book.Running(benefit)) * 4; tries > 0 && _book.Running(benefit) < target; tries--)
        {
            var day = _chance.Between(month, _monthEnd);
            if (Pick(benefit, day, day) is { } person) Add(person, benefit, day);
        }
    }

    /// <summary>How many there should be at the month's end.</summary>
    private int Target(int benefit) => plan.Scaled(BenefitLevels.On(benefit, DateOnly.FromDayNumber(_monthEnd)));

    /// <summary>Begins a spell; one that is over within the month leads on at once.</summary>
    private void Add(int person, int benefit, int day)
    {
        var kind = BenefitKind.All[benefit];
        var number = _book.Add(
            person,
            benefit,
            day,
            kind.MedianWeeks == 0
                ? Person.Forever
                : Math.Max(2, (int)Math.Round(_lengths[benefit].LogNormal(kind.MedianWeeks * 7, kind.Sigma)))
        );
        if (_book[number].To > _monthEnd)
            return;
        _book.End(number);
        LeadOn(_book[number]);
    }

    /// <summary>
    /// Somebody free, of the right age and living here from <paramref name="day"/> to <paramref name="through"/>; null
    /// when none is found.
    /// </summary>
    private int? Pick(int benefit, int day, int through)
    {
        var kind = BenefitKind.All[benefit];
        var (first, last) = BornBetween(day - (int)((kind.MaxAge + 1) * 365.25), day - (int)(kind.MinAge * 365.25));
        for (var tries = 0; tries < 3000 && last > first; tries++)
        {
            var i = first + _chance.Below(last - first);
            if (!_book.IsFree(i, day - LeastPause) || !Fits(i, kind, day) || _book.LastDay(i) <= through) continue;
            if (_chance.Says(Leaning(people[i], benefit))) return i;
        }

        return null;
    }

    private bool Fits(int person, BenefitKind kind, int day)
    {
        ref readonly var p = ref people[person];
        return p.LivesHereOn(day)
            && day >= p.Turns(kind.MinAge)
            && day < p.Turns(kind.MaxAge + 1)
            && day >= p.HeldUntil;
    }

    private static double Leaning(in Person person, int benefit) => benefit switch
    {
        BenefitKind.ParentalLeave => person.Man ? 0.22 : 1,
        BenefitKind.EarlyRetirement => 0.6,
        BenefitKind.Transition => person.Roots == Roots.Danish ? 0 : 1,
        BenefitKind.Unemployment or BenefitKind.SickPay => person.Exposure,
        _ => person.Exposure * (person.Education <= 1 ? 1 : person.Education <= 3 ? 0.5 : 0.15),
    };

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
