using Virker.Kernel;
using Virker.Newcomers;
using Virker.Platform;

namespace Virker.Demo;

/// <summary>Delivers the newcomers' courses, grants and Danish education.</summary>
internal sealed class NewcomerWriter(World world, List<Registered> register)
{
    public void Write()
    {
        for (var i = 0; i < world.Newcomers.Count; i++)
            Write(i);
        for (var year = Math.Max(2016, world.Plan.From.Year); year <= world.Plan.Until.Year; year++)
            register.Add(new RegisteredQuota(year, world.Plan.Scaled(NewcomerYear.Of(year).Quota)));
    }

    private void Write(int number)
    {
        var course = world.Newcomers[number];
        var chance = world.For(Stream.Newcomer, number);
        register.Add(
            new RegisteredNewcomer(
                world.Id(Stream.Newcomer, number),
                world.CitizenId(world.NewcomerPersons[number]),
                course.Kind,
                DateOnly.FromDayNumber(course.Arrived)
            )
            {
                Quota = course.Quota,
                TakenOver = course.TakenOver,
                ProgrammeFrom = DateOnly.FromDayNumber(course.Arrived),
                ProgrammeTo = course.ProgrammeTo > world.Until ? null : World.Date(course.ProgrammeTo),
                RepatriatedOn = Day(course.RepatriatedOn),
                Grants =
                [
                    .. course.Grants.Select(g => new RegisteredNewcomer.Grant(
                        g.Kind,
                        DateOnly.FromDayNumber(g.Day)
                    )),
                ],
                SpouseSupport = course.SpouseSupported
                    ? [new Period(DateOnly.FromDayNumber(course.Arrived), Day(course.LeftOn))]
                    : [],
                DanishCourses = Course(ref chance, course) is { } danish ? [danish] : [],
            }
        );
    }

    private RegisteredNewcomer.DanishCourse? Course(ref Chance chance, Newcomer course)
    {
        var from = course.Arrived + chance.Between(20, 60);
        if (from > world.Until)
            return null;
        var passed = course
            .Grants.Where(g => g.Kind == ResultGrantKind.DanishCourse)
            .Select(g => (int?)(g.Day - 20))
            .FirstOrDefault(d => d > from);
        var to = passed ?? Math.Min(course.LeftOn ?? Person.Forever, from + chance.Between(400, 1500));
        var running = to > world.Until;
        return new RegisteredNewcomer.DanishCourse(
            chance.Weighted([0.25, 0.5, 0.25]) + 1,
            DateOnly.FromDayNumber(from),
            running ? null : DateOnly.FromDayNumber(to),
            running ? null : Day(passed)
        );
    }

    private static DateOnly? Day(int? number) => number is { } day ? DateOnly.FromDayNumber(day) : null;
}
