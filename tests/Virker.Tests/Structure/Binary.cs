using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Virker.Tests.Structure;

/// <summary>A use of a member of another assembly: where, and what ("System.DateTime::get_Now").</summary>
internal sealed record Use(string InType, string InMethod, string Member)
{
    public override string ToString() => $"{InType}.{InMethod} uses {Member}";
}

/// <summary>
/// A method's body: the members that it names, in order ("Virker.Casework.NoteRow::get_Text"), and its texts.
/// </summary>
internal sealed record Body(string InType, string InMethod, IReadOnlyList<string> Members, IReadOnlyList<string> Texts)
{
    /// <summary>The type that a person wrote it in.</summary>
    public string Written => InType.Split('/')[0];
}

/// <summary>A compiled module, read as bytes: what it refers to and what its methods call.</summary>
internal sealed class Binary : IDisposable
{
    private static readonly Dictionary<int, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!)
        .ToDictionary(o => (ushort)o.Value & 0xFFFF);

    private readonly PEReader _file;
    private readonly MetadataReader _metadata;

    public Binary(string path) => (_file, _metadata) = Open(path);

    public IEnumerable<string> References =>
        _metadata
            .AssemblyReferences.Select(h => _metadata.GetString(_metadata.GetAssemblyReference(h).Name))
            .Order(StringComparer.Ordinal);

    public static Binary Of(string assembly) => new(Path.Combine(AppContext.BaseDirectory, $"{assembly}.dll"));

    /// <summary>Types of other assemblies that this one names: the assembly and the type's full name.</summary>
    public IEnumerable<(string Assembly, string Type)> ForeignTypes()
    {
        foreach (var handle in _metadata.TypeReferences)
        {
            var type = _metadata.GetTypeReference(handle);
            if (type.ResolutionScope.Kind == HandleKind.AssemblyReference)
                yield return (
                    _metadata.GetString(
                        _metadata.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name
                    ),
                    NameOf(handle)
                );
        }
    }

    /// <summary>Every member of another assembly that a method's body calls, creates or loads.</summary>
    public IEnumerable<Use> Uses()
    {
        foreach (var handle in _metadata.MethodDefinitions)
        {
            var method = _metadata.GetMethodDefinition(handle);
            if (method.RelativeVirtualAddress == 0) continue;
            var (type, name) = (NameOf(method.GetDeclaringType()), _metadata.GetString(method.Name));
            foreach (var token in Tokens(_file.GetMethodBody(method.RelativeVirtualAddress).GetILBytes()!))
            {
                if (MemberOf(token) is { } member) yield return new(type, name, member);
            }
        }
    }

    /// <summary>
    /// What each method's body does, in order: members of this assembly and of others that it calls or names, and the
    /// texts that it holds. What the compiler makes of a function inside a
    /// method belongs to the type that it stands in.
    /// </summary>
    public IEnumerable<Body> Bodies()
    {
        foreach (var handle in _metadata.MethodDefinitions)
        {
            var method = _metadata.GetMethodDefinition(handle);
            if (method.RelativeVirtualAddress == 0) continue;
            var code = _file.GetMethodBody(method.RelativeVirtualAddress).GetILBytes()!;
            var texts = Instructions(code)
                .Where(i => i.Code.OperandType == OperandType.InlineString)
                .Select(i =>
                    _metadata.GetUserString(
                        MetadataTokens.UserStringHandle(BitConverter.ToInt32(code, i.At) & 0xFFFFFF)
                    )
                )
                .ToList();
            yield return new(
                NameOf(method.GetDeclaringType()),
                _metadata.GetString(method.Name),
                [.. Tokens(code).Select(t => OwnOf(t) ?? MemberOf(t)).OfType<string>()],
                texts
            );
        }
    }

    public void Dispose() => _file.Dispose();

    private static (PEReader, MetadataReader) Open(string path)
    {
        var file = new PEReader(File.OpenRead(path));
        return (file, file.GetMetadataReader());
    }

    private string? MemberOf(EntityHandle token)
    {
        if (token.Kind == HandleKind.MethodSpecification)
            token = _metadata.GetMethodSpecification((MethodSpecificationHandle)token).Method;
        if (token.Kind != HandleKind.MemberReference)
            return null;
        var member = _metadata.GetMemberReference((MemberReferenceHandle)token);
        return member.Parent.Kind == HandleKind.TypeReference
            ? $"{NameOf((TypeReferenceHandle)member.Parent)}::{_metadata.GetString(member.Name)}"
            : null;
    }

    /// <summary>A method of this assembly, also of one of its generic types.</summary>
    private string? OwnOf(EntityHandle token)
    {
        if (token.Kind == HandleKind.MethodSpecification)
            token = _metadata.GetMethodSpecification((MethodSpecificationHandle)token).Method;
        if (token.Kind != HandleKind.MethodDefinition)
            return null;
        var method = _metadata.GetMethodDefinition((MethodDefinitionHandle)token);
        return $"{NameOf(method.GetDeclaringType())}::{_metadata.GetString(method.Name)}";
    }

    private static IEnumerable<EntityHandle> Tokens(byte[] code) =>
        Instructions(code)
            .Where(i =>
                i.Code.OperandType
                    is OperandType.InlineMethod
                        or OperandType.InlineField
                        or OperandType.InlineTok
                        or OperandType.InlineType
            )
            .Select(i => MetadataTokens.EntityHandle(BitConverter.ToInt32(code, i.At)));

    /// <summary>Each instruction, and where what it is about begins.</summary>
    /// <summary>The instructions of a method's code, each with where its operand begins.</summary>
    public static IEnumerable<(OpCode Code, int At)> Instructions(byte[] code)
    {
        var at = 0;
        while (at < code.Length)
        {
            var value = (int)code[at++];
            if (value == 0xFE) value = (0xFE << 8) | code[at++];
            var instruction = OpCodesByValue[value];
            yield return (instruction, at);
            at += SizeOf(instruction.OperandType, code, at);
        }
    }

    private static int SizeOf(OperandType operand, byte[] code, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };

    private string NameOf(TypeReferenceHandle handle)
    {
        var type = _metadata.GetTypeReference(handle);
        var name = _metadata.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{NameOf((TypeReferenceHandle)type.ResolutionScope)}/{name}"
            : $"{_metadata.GetString(type.Namespace)}.{name}";
    }

    private string NameOf(TypeDefinitionHandle handle)
    {
        var type = _metadata.GetTypeDefinition(handle);
        var name = _metadata.GetString(type.Name);
        return type.GetDeclaringType().IsNil
            ? $"{_metadata.GetString(type.Namespace)}.{name}".TrimStart('.')
            : $"{NameOf(type.GetDeclaringType())}/{name}";
    }
}
