namespace Virker.Committee;

/// <summary>
/// A heading that a case is written under. <paramref name="Key"/> is the same as the reader of minutes answers with.
/// </summary>
public sealed record TemplateSection(string Key, string Heading);

/// <summary>
/// The headings a municipality writes its cases under. An empty section is left out of what is printed, so that nobody
/// has to write "Ingen bemærkninger".
/// </summary>
public sealed record CaseTemplate(string Id, string Name, IReadOnlyList<TemplateSection> Sections)
{
    /// <summary>The headings of document 000.</summary>
    public static readonly CaseTemplate Standard = new("standard", "Beslutningstema, vurdering og konsekvenser",
    [
        new("decision_theme", "Beslutningstema"),
        new("case_content", "Sagens indhold"),
        new("legal_basis", "Retligt grundlag"),
        new("options", "Handlemuligheder"),
        new("assessment", "Vurdering"),
        new("economic_and_staff_consequences", "Økonomiske og personalemæssige konsekvenser"),
        new("cross_cutting_consequences", "Tværgående konsekvenser"),
    ]);

    /// <summary>The headings of document 004.</summary>
    public static readonly CaseTemplate Occasion = new("occasion", "Anledning og sagsfremstilling",
    [
        new("occasion", "Anledning"),
        new("case_content", "Sagsfremstilling"),
        new("next_steps", "Sagens videre forløb"),
    ]);

    public static readonly IReadOnlyList<CaseTemplate> All = [Standard, Occasion];

    public static CaseTemplate ById(string id) => All.FirstOrDefault(t => t.Id == id) ?? Standard;

    /// <summary>The key under which a case's main text stands, whatever its heading.</summary>
    public const string MainText = "case_content";

    /// <summary>The key of the first section, which says what the committee is asked.</summary>
    public string Opening => Sections[0].Key;
}
