using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// Statistics Denmark's StatBank: open, without a key; free to use with the source named (CC BY 4.0).
/// </summary>
public interface IStatBank
{
    Task<Outcome<OfficialTable>> AskAsync(StatBankQuestion question, CancellationToken ct = default);
}

/// <summary>
/// A table ("FOLK1A") and which values of each variable: codes, never texts. Municipalities are three digits without a
/// leading zero ("330"), "000" is the whole country, "*" all. Totals ("TOT", "IALT") are values of their own: whoever
/// asks for "*" and sums counts them twice.
/// </summary>
public sealed record StatBankQuestion(
    string Table,
    IReadOnlyList<(string Variable, IReadOnlyList<string> Values)> Choices
);
