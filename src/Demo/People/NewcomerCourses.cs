using Virker.Newcomers;

namespace Virker.Demo;

/// <summary>
/// Builds the newcomers year by year so that arrivals, people under the programme and those on a benefit stand as <see
/// cref="NewcomerYear"/> says. The ones who came first leave the programme first.
/// </summary>
internal sealed class NewcomerCourses(DemoPlan plan)
{
    private readonly List<Newcomer> _all = [];
    private readonly int _until = plan.Until.DayNumber;
    private Chance _chance = Chance.For(plan.Seed, Stream.Newcomers);

    public IReadOnlyList<Newcomer> Build()
    {
        for (var year = Math.Max(2015, plan.From.Year - 1); year <= plan.Until.Year; year++)
        {
            var known = NewcomerYear.Of(year);
            if (_all.Count == 0) Arrive(known.Programme, NewcomerKind.Refugee, year - 2, year);
            else Arrivals(known);
            var (first, last) = (Day(year, 1, 1), Day(year, 12, 31));
            if (last > _until)
            {
                Grant(known, first, _until, (_until - first + 1) / (double)(last - first + 1));
                break;
            }

            LeaveProgramme(plan.Scaled(known.Programme), first, last, plan.Scaled(known.Repatriated));
            MoveBenefits(plan.Scaled(known.OnBenefit), first, last);
            Grant(known, first, last, 1);
        }

        return [.. _all.Where(n => n.Arrived <= _until)];
    }

    /// <summary>The persons themselves, numbered as in <paramref name="courses"/> from 1.</summary>
    public IEnumerable<Person> People(IReadOnlyList<Newcomer> courses)
    {
        for (var i = 0; i < courses.Count; i++)
        {
            var course = courses[i];
            var chance = Chance.For(plan.Seed, Stream.Newcomers, i + 1);
            var born = course.Arrived - (int)(365.25 * (18.2 + Math.Min(41, chance.Exponential(14))));
            if (DateOnly.FromDayNumber(born) is { Day: 1, Month: 1 }) born++;
            yield return new Person
            {
                Born = born,
                ResidenceFrom = course.Arrived,
                ResidenceTo = course.LeftOn ?? Person.Forever,
                Newcomer = i + 1,
                Exposure = 0.6f,
                HeldUntil = course.ProgrammeTo,
                Man = chance.Says(
                    course.Kind == NewcomerKind.Refugee ? 0.62
                    : course.Kind == NewcomerKind.SpecialAct ? 0.34
                    : 0.28
                ),
                Education = (byte)chance.Weighted([0.25, 0.35, 0.12, 0.12, 0.04, 0.08, 0.04]),
                Roots =
                    course.Kind == NewcomerKind.SpecialAct
                        ? Roots.Ukraine
                        : chance.Weighted([0.6, 0.2, 0.2]) switch
                        {
                            0 => Roots.MiddleEast,
                            1 => Roots.Africa,
                            _ => Roots.Asia,
                        },
            };
        }
    }

    private static int Day(int year, int month, int day) => new DateOnly(year, month, day).DayNumber;

    private void Arrivals(NewcomerYear year)
    {
        Arrive(year.Refugees, NewcomerKind.Refugee, year.Year, year.Year);
        var ofRefugees = year.Families * (year.Year <= 2018 ? 60 : 40) / 100;
        Arrive(ofRefugees, NewcomerKind.FamilyOfRefugee, year.Year, year.Year);
        Arrive(year.Families - ofRefugees, NewcomerKind.OtherFamily, year.Year, year.Year);
        Arrive(year.TakenOver, NewcomerKind.Refugee, year.Year, year.Year, takenOver: true);
        if (year.Ukrainians > 0) Arrive(year.Ukrainians, NewcomerKind.SpecialAct, year.Year, year.Year);
    }

    private void Arrive(int count, NewcomerKind kind, int fromYear, int toYear, bool takenOver = false)
    {
        // The special act is of March 2022.
        var first = kind == NewcomerKind.SpecialAct && fromYear == 2022 ? Day(2022, 3, 20) : Day(fromYear, 1, 5);
        var span = Day(toYear, 12, 20) - first;
        for (var i = plan.Scaled(count); i > 0; i--)
        {
            // Most of those displaced in 2022 came in its spring.
            var into =
                kind == NewcomerKind.SpecialAct && fromYear == 2022
                    ? Math.Min(_chance.Unit(), _chance.Unit())
                    : _chance.Unit();
            var newcomer = new Newcomer
            {
                Kind = kind,
                Arrived = first + (int)(into * span),
                TakenOver = takenOver,
                Quota = kind == NewcomerKind.Refugee && !takenOver,
                SpouseSupported =
                    kind != NewcomerKind.Refugee && _chance.Says(kind == NewcomerKind.SpecialAct ? 0.04 : 0.22),
            };
            if (
                !newcomer.SpouseSupported
                && _chance.Says(
                    kind == NewcomerKind.Refugee ? 0.92
                    : kind == NewcomerKind.SpecialAct ? 0.35
                    : 0.30
                )
            )
                newcomer.OnBenefit.Add((newcomer.Arrived + 7, Person.Forever));
            _all.Add(newcomer);
        }
    }

    private void LeaveProgramme(int target, int first, int last, int repatriated)
    {
        var active = _all.Where(n => n.Arrived <= last && n.ProgrammeTo == Person.Forever)
            .OrderBy(n => n.Arrived)
            .ToList();
        var leaving = active.Count - target;
        for (var i = 0; i < leaving; i++)
        {
            var newcomer = active[i];
            newcomer.ProgrammeTo = _chance.Between(Math.Max(first, Math.Min(last, newcomer.Arrived + 150)), last);
            if (newcomer.IsOnBenefit(newcomer.ProgrammeTo))
                newcomer.OnBenefit[^1] = (newcomer.OnBenefit[^1].From, newcomer.ProgrammeTo);
            if (i < repatriated)
                newcomer.RepatriatedOn = newcomer.LeftOn = newcomer.ProgrammeTo;
            else if (_chance.Says(0.3))
                newcomer.LeftOn = newcomer.ProgrammeTo;
        }
    }

    private void MoveBenefits(int target, int first, int last)
    {
        var active = _all.Where(n => n.Arrived <= last && n.ProgrammeTo == Person.Forever).ToArray();
        _chance.Shuffle(active.AsSpan());
        var on = active.Where(n => n.IsOnBenefit(last)).ToList();
        foreach (var newcomer in on.Take(Math.Max(0, on.Count - target)))
        {
            var from = newcomer.OnBenefit[^1].From;
            newcomer.OnBenefit[^1] = (from, _chance.Between(Math.Min(last - 1, Math.Max(first, from + 30)), last - 1));
        }

        foreach (
            var newcomer in active
                .Where(n => !n.IsOnBenefit(last) && !n.SpouseSupported)
                .Take(Math.Max(0, target - on.Count))
        )
        {
            var free = newcomer.OnBenefit.Count == 0 ? newcomer.Arrived + 7 : newcomer.OnBenefit[^1].To + 20;
            if (Math.Max(first, free) <= last)
                newcomer.OnBenefit.Add((_chance.Between(Math.Max(first, free), last), Person.Forever));
        }
    }

    private void Grant(NewcomerYear year, int first, int last, double share)
    {
        var here = _all.Where(n =>
                n.Arrived < first - 60 && (n.LeftOn ?? Person.Forever) > last && n.Kind != NewcomerKind.SpecialAct
            )
            .ToArray();
        if (here.Length == 0)
            return;
        foreach (
            var (kind, count) in new[]
            {
                (ResultGrantKind.Education, year.GrantsEducation),
                (ResultGrantKind.Work, year.GrantsWork),
                (ResultGrantKind.DanishCourse, year.GrantsDanish),
            }
        )
        {
            _chance.Shuffle(here.AsSpan());
            for (var i = 0; i < plan.Scaled(count * share); i++)
                here[i % here.Length].Grants.Add((kind, _chance.Between(first, last)));
        }
    }
}
