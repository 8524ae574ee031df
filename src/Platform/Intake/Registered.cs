using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// Something that a register delivers (det, et register leverer): a citizen, a case, a company. It stands in the module
/// that keeps it, and it alone knows the rows that it becomes. What it refers to comes before it, or is in the register
/// already.
/// </summary>
public abstract record Registered
{
    /// <summary>What it is, in Danish and in the singular ("borger"), as its faults are told.</summary>
    protected internal abstract string Called { get; }

    /// <summary>What nobody else may have, beside the identity: a CPR number. Null where there is nothing.</summary>
    protected internal virtual object? Unique => null;

    /// <summary>What is wrong with it by itself, as a Danish sentence; null where nothing is.</summary>
    protected internal virtual string? Fault => null;

    protected internal abstract void WriteTo(IRegisterRows rows);
}

/// <summary>Where the rows of what is delivered go.</summary>
public interface IRegisterRows
{
    /// <summary>For what may only be kept sealed.</summary>
    MunicipalityKeys Keys { get; }

    void Add<TRow>(TRow row) where TRow : class;

    /// <summary>What another module keeps of the same thing.</summary>
    void Take(Registered part);
}

/// <summary>What several kinds of delivered things can have wrong with them.</summary>
public static class RegisterFaults
{
    internal const string Twice = "Den er i registeret allerede.";

    public static string? Backwards(DateOnly from, DateOnly? to) =>
        to < from ? $"Den slutter {Danish.Date(to.Value)}, før den begynder {Danish.Date(from)}." : null;

    public static string? Nameless(string name) => string.IsNullOrWhiteSpace(name) ? "Den har intet navn." : null;

    public static string? Uncoded(string list, object code, bool isKnown) =>
        isKnown ? null : $"{list} har ingen kode {code}.";

    internal static string Missing(string table, Guid identity) =>
        $"Den henviser til {table} {identity:N}, som hverken er leveret før den eller i registeret.";
}
