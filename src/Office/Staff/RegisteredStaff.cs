using Virker.Kernel;
using Virker.Platform;

namespace Virker.Office;

/// <summary>A team; without a department it is the jobcenter's.</summary>
public sealed record RegisteredTeam(TeamId Id, string Name, string Area, Department? Department = null) : Registered
{
    protected override string Called => "team";

    protected override string? Fault => RegisterFaults.Nameless(Name);

    protected override void WriteTo(IRegisterRows rows)
    {
        rows.Add(new TeamRow { Id = Id, Name = Name, Area = Area });
        if (Department is { } other) rows.Add(new TeamDepartmentRow { TeamId = Id, Department = other });
    }
}

public sealed record RegisteredWorker(UserId User, TeamId Team, string Name, string Title) : Registered
{
    protected override string Called => "medarbejder";

    protected override string? Fault => RegisterFaults.Nameless(Name);

    protected override void WriteTo(IRegisterRows rows) =>
        rows.Add(new WorkerRow { UserId = User, TeamId = Team, Name = Name, Title = Title });
}
