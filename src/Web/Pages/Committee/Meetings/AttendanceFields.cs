using Virker.Committee;
using Virker.Kernel;

namespace Virker.Web.Pages.Committee.Meetings;

/// <summary>One line of the attendance as a form sends it: a member, or by name somebody who sat in.</summary>
public sealed class AttendanceFields
{
    /// <summary>Empty lines for one more who sits in.</summary>
    private const int More = 2;

    public string? Member { get; set; }

    public string? Name { get; set; }

    public string? Party { get; set; }

    public bool Present { get; set; }

    public string? Note { get; set; }

    internal bool IsEmpty => string.IsNullOrEmpty(Member) && string.IsNullOrWhiteSpace(Name);

    internal AttendanceEntry Entry =>
        Guid.TryParse(Member, out var id)
            ? new(CommitteeMemberId.From(id), null, null, Present, Note)
            : new(
                null,
                Name,
                string.IsNullOrWhiteSpace(Party) ? null : Party.Trim(),
                Present,
                string.IsNullOrWhiteSpace(Note) ? "Stedfortræder" : Note
            );

    /// <summary>
    /// As it stands, then members who have no line yet (all there, where nobody has said), then empty lines.
    /// </summary>
    public static IReadOnlyList<AttendanceFields> Of(MeetingView view) =>
        [
            .. view.Attendance.Select(a => new AttendanceFields
            {
                Member = a.Member?.ToString(),
                Name = a.Person.Name,
                Party = a.Person.Party,
                Present = a.IsPresent,
                Note = a.Note,
            }),
            .. view
                .Members.Where(m => view.Attendance.All(a => a.Member != m.Id))
                .Select(m => new AttendanceFields
                {
                    Member = m.Id.ToString(),
                    Name = m.Name,
                    Party = m.Party,
                    Present = view.Attendance.Count == 0,
                }),
            .. Enumerable.Range(0, More).Select(_ => new AttendanceFields { Present = true }),
        ];
}
