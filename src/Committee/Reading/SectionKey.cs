namespace Virker.Committee;

/// <summary>The kinds of section of a committee's case, by the key that the answer carries.</summary>
internal static class SectionKey
{
    public const string CaseWrapper = "case_wrapper";
    public const string Occasion = "occasion";
    public const string Competence = "competence";
    public const string DecisionTheme = "decision_theme";
    public const string CaseContent = "case_content";
    public const string LegalBasis = "legal_basis";
    public const string Options = "options";
    public const string Assessment = "assessment";
    public const string Economic = "economic_and_staff_consequences";
    public const string CrossCutting = "cross_cutting_consequences";
    public const string NextSteps = "next_steps";
    public const string Recommendation = "recommendation";
    public const string Decision = "decision";
    public const string Attachments = "attachments";
    public const string Other = "other";
}
