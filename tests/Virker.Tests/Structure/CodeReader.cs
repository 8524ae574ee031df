using System.Reflection;
using System.Reflection.Emit;

namespace Virker.Tests.Structure;

/// <summary>What the compiled code of a type refers to: members and words, read from its instructions.</summary>
internal static class CodeReader
{
    private const BindingFlags Own =
        BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.DeclaredOnly;

    /// <summary>
    /// Every method, field and type that the type's own code names, and (as <see cref="string"/>) every word in it.
    /// </summary>
    public static IEnumerable<object> References(Type type) =>
        type.GetMethods(Own).Cast<MethodBase>().Concat(type.GetConstructors(Own)).SelectMany(References);

    public static IEnumerable<object> References(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } code) yield break;
        var ofType = method.DeclaringType is { IsGenericType: true } generic ? generic.GetGenericArguments() : null;
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        foreach (var (instruction, at) in Binary.Instructions(code))
        {
            if (instruction.OperandType == OperandType.InlineString)
            {
                yield return method.Module.ResolveString(BitConverter.ToInt32(code, at));
            }
            else if (instruction.OperandType is OperandType.InlineMethod or OperandType.InlineField
                    or OperandType.InlineType or OperandType.InlineTok
                && method.Module.ResolveMember(BitConverter.ToInt32(code, at), ofType, ofMethod) is { } member)
            {
                yield return member;
            }
        }
    }
}
