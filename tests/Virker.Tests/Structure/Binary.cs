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

/// <summary>A compiled module, read as bytes: what it refers to and what its methods call.</summary>
internal sealed class Binary : IDisposable
{
    private static readonly Dictionary<int, OpCode> OpCodesByValue = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!).ToDictionary(o => (ushort)o.Value & 0xFFFF);

    private readonly PEReader _file;
    private readonly MetadataReader _metadata;

    public Binary(string path) => (_file, _metadata) = Open(path);

    public IEnumerable<string> References => _metadata.AssemblyReferences.Select(h => _metadata.GetString(_metadata.GetAssemblyReference(h).Name)).Order(StringComparer.Ordinal);

    public static Binary Of(string assembly) => new(Path.Combine(AppContext.BaseDirectory, $"{assembly}.dll"));

    /// <summary>Types of other assemblies that this one names: the assembly and the type's full name.</summary>
    public IEnumerable<(string Assembly, string Type)> ForeignTypes()
    {
        foreach (var handle in _metadata.TypeReferences)
        {
            var type = _metadata.GetTypeReference(handle);
            if (type.ResolutionScope.Kind == HandleKind.AssemblyReference)
                yield return (_metadata.GetString(_metadata.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name), NameOf(handle));
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

    public void Dispose() => _file.Dispose();

    private static (PEReader, MetadataReader) Open(string path)
    {
        var file = new PEReader(File.OpenRead(path));
        return (file, file.GetMetadataReader());
    }

    private string? MemberOf(EntityHandle token)
    {
        if (token.Kind == HandleKind.MethodSpecification) token = _metadata.GetMethodSpecification((MethodSpecificationHandle)token).Method;
        if (token.Kind != HandleKind.MemberReference) return null;
        var member = _metadata.GetMemberReference((MemberReferenceHandle)token);
        return member.Parent.Kind == HandleKind.TypeReference ? $"{NameOf((TypeReferenceHandle)member.Parent)}::{_metadata.GetString(member.Name)}" : null;
    }

    private static IEnumerable<EntityHandle> Tokens(byte[] code)
    {
        var at = 0;
        while (at < code.Length)
        {
            var value = (int)code[at++];
            if (value == 0xFE) value = (0xFE << 8) | code[at++];
            var instruction = OpCodesByValue[value];
            if (instruction.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineTok or OperandType.InlineType)
                yield return MetadataTokens.EntityHandle(BitConverter.ToInt32(code, at));
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
        return type.ResolutionScope.Kind == HandleKind.TypeReference ? $"{NameOf((TypeReferenceHandle)type.ResolutionScope)}/{name}"
            : $"{_metadata.GetString(type.Namespace)}.{name}";
    }

    private string NameOf(TypeDefinitionHandle handle)
    {
        var type = _metadata.GetTypeDefinition(handle);
        var name = _metadata.GetString(type.Name);
        return type.GetDeclaringType().IsNil ? $"{_metadata.GetString(type.Namespace)}.{name}".TrimStart('.') : $"{NameOf(type.GetDeclaringType())}/{name}";
    }
}
