using Virker.Kernel;

namespace Virker.Committee;

/// <summary>Whether a meeting was planned for the year or called for something that could not wait.</summary>
public sealed record CommitteeMeetingKind : CodeWord<CommitteeMeetingKind>
{
    public static readonly CommitteeMeetingKind Ordinary = new("ordinary", "Ordinært møde");
    public static readonly CommitteeMeetingKind Extraordinary = new("extraordinary", "Ekstraordinært møde");

    private CommitteeMeetingKind(string code, string text) : base(code, text)
    {
    }
}
