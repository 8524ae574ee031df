#!/usr/bin/env python3
"""The refund ladder over whole histories with numpy, and as an OpenFisca model, for the histories that bench/Law wrote.

    dotnet run -c Release --project bench/Law -- --persons 100000 --write histories.bin
    python3 bench/refund-ladder.py histories.bin

Both walk week by week over all persons at once, which is how a vectorised model asks it; the sum of the places must be the one that
bench/Law prints. OpenFisca is left out when it cannot be imported.
"""
import sys
import time
from datetime import date, timedelta

import numpy

FIRST, LAST = date(2016, 1, 4), date(2025, 6, 30)
WEEKS = (LAST - FIRST).days // 7 + 1
RESTART, YEARS = 52, 3


def read(path):
    """Two tables, persons by weeks: a benefit that counts, and any support."""
    rows = numpy.fromfile(path, dtype=numpy.int32).reshape(-1, 3)
    person = numpy.where(rows[:, 0] >= 0, rows[:, 0], -rows[:, 0] - 1)
    counts = rows[:, 0] >= 0
    tables = numpy.zeros((2, person.max() + 1, WEEKS + 1), dtype=numpy.int16)
    for table, chosen in ((0, counts), (1, numpy.ones_like(counts))):
        numpy.add.at(tables[table], (person[chosen], rows[chosen, 1]), 1)
        numpy.add.at(tables[table], (person[chosen], rows[chosen, 2] + 1), -1)
    return numpy.ascontiguousarray((numpy.cumsum(tables, axis=2)[:, :, :WEEKS] > 0).transpose(0, 2, 1))


def first_whole_week(week):
    monday = FIRST + timedelta(weeks=week)
    since = monday.replace(year=monday.year - YEARS) if (monday.month, monday.day) != (2, 29) else monday.replace(year=monday.year - YEARS, day=28)
    return max(0, -((FIRST - since).days // 7))


def with_numpy(benefit, support):
    persons = benefit.shape[1]
    free = numpy.zeros((WEEKS + 1, persons), dtype=numpy.int16)
    numpy.cumsum(~support, axis=0, out=free[1:])
    place, begun = numpy.zeros(persons, dtype=numpy.int32), numpy.zeros(persons, dtype=numpy.int16)
    for week in range(WEEKS):
        window = free[week] - numpy.maximum(begun, free[first_whole_week(week)])
        again = benefit[week] & ((place == 0) | (window >= RESTART))
        begun = numpy.where(again, free[week], begun)
        place = numpy.where(again, 1, place + benefit[week])
    return numpy.where(benefit[WEEKS - 1], place, 0)


def with_openfisca(benefit, support):
    from openfisca_core import entities, periods
    from openfisca_core.simulation_builder import SimulationBuilder
    from openfisca_core.taxbenefitsystems import TaxBenefitSystem
    from openfisca_core.variables import Variable

    person = entities.Entity("person", "persons", "", "")
    system = TaxBenefitSystem([person])
    weeks = [periods.period("week:" + "{}-W{:02d}".format(*(FIRST + timedelta(weeks=w)).isocalendar()[:2])) for w in range(WEEKS)]
    number = {str(week): i for i, week in enumerate(weeks)}
    options = {"entity": person, "definition_period": periods.DateUnit.WEEK}

    def before(people, name, period):
        index = number[str(period)]
        return people(name, weeks[index - 1]) if index > 0 else 0

    def free_before(people, period):
        return before(people, "free", period)

    def again(people, period):
        index = number[str(period)]
        edge = first_whole_week(index)
        known = people("free", weeks[edge - 1]) if edge > 0 else 0
        window = free_before(people, period) - numpy.maximum(before(people, "begun", period), known)
        return people("benefit", period) & ((before(people, "place", period) == 0) | (window >= RESTART))

    system.add_variable(type("benefit", (Variable,), {"value_type": bool, **options}))
    system.add_variable(type("support", (Variable,), {"value_type": bool, **options}))
    system.add_variable(type("free", (Variable,), {"value_type": int, **options, "formula": lambda p, t, _: before(p, "free", t) + ~p("support", t)}))
    system.add_variable(type("begun", (Variable,), {"value_type": int, **options, "formula": lambda p, t, _: numpy.where(again(p, t), free_before(p, t), before(p, "begun", t))}))
    system.add_variable(type("place", (Variable,), {"value_type": int, **options, "formula": lambda p, t, _: numpy.where(again(p, t), 1, before(p, "place", t) + p("benefit", t))}))
    simulation = SimulationBuilder().build_default_simulation(system, benefit.shape[1])
    for index, week in enumerate(weeks):
        simulation.set_input("benefit", week, benefit[index])
        simulation.set_input("support", week, support[index])
    started = time.perf_counter()
    for week in weeks:
        for name in ("free", "begun", "place"):
            simulation.calculate(name, week)
    places = numpy.where(benefit[WEEKS - 1], simulation.calculate("place", weeks[-1]), 0)
    return places, time.perf_counter() - started


def report(name, places, seconds):
    print(f"| {name} | {len(places):,} | {seconds:.2f} | {len(places) / seconds:,.0f} | {int(places.sum())} |")


def main():
    benefit, support = read(sys.argv[1])
    print("| model | persons | seconds | whole histories a second | sum of places |\n|---|---|---|---|---|")
    started = time.perf_counter()
    places = with_numpy(benefit, support)
    report(f"numpy {numpy.__version__}", places, time.perf_counter() - started)
    try:
        import openfisca_core  # noqa: F401
    except ImportError:
        print("OpenFisca cannot be imported here.", file=sys.stderr)
        return
    places, seconds = with_openfisca(benefit, support)
    report("OpenFisca-core", places, seconds)


main()
