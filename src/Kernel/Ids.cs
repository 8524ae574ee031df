namespace Virker.Kernel;

/// <summary>
/// An identity that may stand in an address: 122 random bits, so that it cannot be guessed or counted. Each kind is a
/// type of its own; new ones are drawn in Platform (<c>NewId</c>), since nothing here is random. A module's own kinds
/// stand in the module; those that more than one tier needs stand here.
/// </summary>
public interface IRandomId<TSelf> where TSelf : struct, IRandomId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);
}

/// <summary>
/// A person known to the municipality (borger). The CPR number is a fact about the citizen, never the identity.
/// </summary>
public readonly record struct CitizenId(Guid Value) : IRandomId<CitizenId>
{
    public static CitizenId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}

/// <summary>Someone who signs in (bruger): an employee, a politician, a citizen or a company's contact.</summary>
public readonly record struct UserId(Guid Value) : IRandomId<UserId>
{
    public static UserId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}

/// <summary>A company in the register (virksomhed); the CVR number is a fact about it.</summary>
public readonly record struct CompanyId(Guid Value) : IRandomId<CompanyId>
{
    public static CompanyId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}

/// <summary>A stored file (bilag, brev): its bytes stand in the file store.</summary>
public readonly record struct FileId(Guid Value) : IRandomId<FileId>
{
    public static FileId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}
