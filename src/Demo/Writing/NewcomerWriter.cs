using Virker.Newcomers;

namespace Virker.Demo;

/// <summary>Writes the newcomers' courses, grants and Danish education.</summary>
internal sealed class NewcomerWriter(World world, Tables tables)
{
    public void Write()
    {
        for (var i = 0; i < world.Newcomers.Count; i++)
            Write(i);
        for (var year = Math.Max(2016, world.Plan.From.Year); year <= world.Plan.Until.Year; year++)
            tables.Quotas.Write(year, world.Plan.Scaled(NewcomerYear.Of(year).Quota));
    }

    private void Write(int number)
    {
        var course = world.Newcomers[number];
        var chance = world.For(Stream.Newcomer, number);
        var citizen = world.CitizenId(world.NewcomerPersons[number]);
        var ended = course.ProgrammeTo > world.Until ? null : World.Date(course.ProgrammeTo);
        tables.Newcomers.Write(
            world.Id(Stream.Newcomer, number),
            citizen,
            course.Kind.Code,
            DateOnly.FromDayNumber(course.Arrived),
            course.Quota,
            course.TakenOver,
            DateOnly.FromDayNumber(course.Arrived),
            ended,
            course.RepatriatedOn is { } left ? DateOnly.FromDayNumber(left) : default(DateOnly?),
            1
        );
        foreach (var (kind, day) in course.Grants)
            tables.ResultGrants.Write(citizen, kind.Code, DateOnly.FromDayNumber(day));
        if (course.SpouseSupported)
            tables.SpouseSupport.Write(
                citizen,
                DateOnly.FromDayNumber(course.Arrived),
                course.LeftOn is { } gone ? DateOnly.FromDayNumber(gone) : default(DateOnly?)
            );
        WriteDanish(ref chance, course, citizen);
    }

    private void WriteDanish(ref Chance chance, Newcomer course, Guid citizen)
    {
        var from = course.Arrived + chance.Between(20, 60);
        if (from > world.Until)
            return;
        var passed = course
            .Grants.Where(g => g.Kind == ResultGrantKind.DanishCourse)
            .Select(g => (int?)(g.Day - 20))
            .FirstOrDefault(d => d > from);
        var to = passed ?? Math.Min(course.LeftOn ?? Person.Forever, from + chance.Between(400, 1500));
        var running = to > world.Until;
        tables.DanishCourses.Write(
            citizen,
            chance.Weighted([0.25, 0.5, 0.25]) + 1,
            DateOnly.FromDayNumber(from),
            running ? default(DateOnly?) : DateOnly.FromDayNumber(to),
            passed is { } day && !running ? DateOnly.FromDayNumber(day) : default(DateOnly?)
        );
    }
}
