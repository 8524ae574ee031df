using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Virker.Committee;
using Virker.Kernel;

namespace Virker.Web.Pages.Committee.Items;

/// <summary>Somebody who is no member and took part in an item, as a form sends it.</summary>
public sealed class GuestFields
{
    public string? Name { get; set; }

    public string? Title { get; set; }

    internal bool IsEmpty => string.IsNullOrWhiteSpace(Name) && string.IsNullOrWhiteSpace(Title);
}

/// <summary>A member's remark, as a form sends it.</summary>
public sealed class RemarkFields
{
    public string? Member { get; set; }

    public string? Stance { get; set; }

    public string? Text { get; set; }

    public bool Asked { get; set; }

    internal bool IsEmpty => string.IsNullOrWhiteSpace(Text);
}

/// <summary>A decision as its form sends it, and as it stands before anybody has typed.</summary>
public sealed class DecisionFields
{
    /// <summary>Empty lines for one more.</summary>
    private const int More = 2;

    /// <summary>Ways to say it that one press writes.</summary>
    public static readonly IReadOnlyList<string> Phrases =
    [
        "Tiltrådte indstillingen.",
        "Godkendt.",
        "Taget til orientering.",
        "Udvalget drøftede sagen.",
        "Udsættes til næste møde.",
        "Intet.",
    ];

    public string? Text { get; set; }

    public string? Kind { get; set; }

    public string? HandledAs { get; set; }

    public IReadOnlyList<string> Absent { get; set; } = [];

    public IReadOnlyList<GuestFields> Guests { get; set; } = [];

    public IReadOnlyList<RemarkFields> Remarks { get; set; } = [];

    public static DecisionFields Of(DecisionDraft? written, int? handledAs) =>
        written is null
            ? new() { HandledAs = Number(handledAs) }
            : new()
            {
                Text = written.Text,
                Kind = written.Kind,
                HandledAs = Number(written.HandledAs),
                Absent = [.. written.AbsentHere.Select(m => m.ToString()), .. written.AbsentSubstitutes],
                Guests = [.. written.Guests.Select(g => new GuestFields { Name = g.Name, Title = g.Title })],
                Remarks =
                [
                    .. written.Remarks.Select(r => new RemarkFields
                    {
                        Member = r.Member.ToString(),
                        Stance = r.Stance,
                        Text = r.Text,
                        Asked = r.AskedByMember,
                    }),
                ],
            };

    /// <summary>With empty lines after, so that several can be written without script.</summary>
    public IEnumerable<GuestFields> GuestLines =>
        Guests.Where(g => !g.IsEmpty).Concat(Enumerable.Range(0, More).Select(_ => new GuestFields()));

    /// <inheritdoc cref="GuestLines"/>
    public IEnumerable<RemarkFields> RemarkLines =>
        Remarks.Where(r => !r.IsEmpty).Concat(Enumerable.Range(0, More).Select(_ => new RemarkFields()));

    /// <summary>
    /// What was decided; what cannot be read, and a remark that says nothing of whom it is from, <paramref
    /// name="read"/> knows.
    /// </summary>
    public DecisionDraft Read(string? phrase, FieldReading read)
    {
        var nobodys = Remarks.Select((r, i) => (r, i)).Where(r => !r.r.IsEmpty && !Guid.TryParse(r.r.Member, out _));
        foreach (var (_, i) in nobodys)
            read.Refuse(new("remark.no-member", "Vælg, hvem bemærkningen er fra.", Field: $"Remarks[{i}].Member"));
        int? order = string.IsNullOrWhiteSpace(HandledAs) ? null
            : read.Whole(HandledAs, nameof(HandledAs), "Behandlet som nr.", 1, 200);
        return Draft(phrase, order);
    }

    /// <summary>The field that the form has for one of the command's.</summary>
    public string FieldOf(string field) => field != nameof(Remarks) ? field
        : $"Remarks[{Math.Max(0, Remarks.ToList().FindIndex(r => !r.IsEmpty && !r.Asked))}].Asked";

    private DecisionDraft Draft(string? phrase, int? order) =>
        new(string.IsNullOrWhiteSpace(Text) ? phrase ?? "" : Text, string.IsNullOrEmpty(Kind) ? null : Kind, order)
        {
            AbsentHere =
            [
                .. Absent.Where(a => Guid.TryParse(a, out _)).Select(a => CommitteeMemberId.From(Guid.Parse(a))),
            ],
            AbsentSubstitutes = [.. Absent.Where(a => !Guid.TryParse(a, out _))],
            Guests = [.. Guests.Where(g => !g.IsEmpty).Select(g => new GuestName(Blank(g.Name), Blank(g.Title)))],
            Remarks =
            [
                .. Remarks
                    .Where(r => !r.IsEmpty && Guid.TryParse(r.Member, out _))
                    .Select(r => new AskedRemark(
                        CommitteeMemberId.From(Guid.Parse(r.Member!)),
                        r.Stance ?? "notes",
                        r.Text!,
                        r.Asked
                    )),
            ],
        };

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>Marks the difference that was shown, so that what is saved is what was looked at.</summary>
    internal static string SeenOf(IReadOnlyList<DecisionChange> changes) =>
        changes.Count == 0
            ? ""
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', changes))));
}
