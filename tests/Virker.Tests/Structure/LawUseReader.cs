using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;
using Virker.Web;
using Virker.Web.Pages.Rules.Law;

namespace Virker.Tests.Structure;

/// <summary>
/// Where each rule is used, read from the compiled code: who names the rule or one of its values, who uses them in
/// turn, as far as a use case and the pages
/// that run it. What the code does is what is shown: docs/law/uses.json is written from it, and Virker reads that
/// (<see cref="LawUses"/>).
/// </summary>
internal static class LawUseReader
{
    private static readonly Lazy<Dictionary<Type, HashSet<Type>>> Users = new(UsersOf);

    private static readonly Lazy<Dictionary<string, HashSet<Type>>> ByWord = new(() => []);

    private static readonly Type[] Hubs = [typeof(RuleBook), typeof(Lawbook), typeof(LawPage), typeof(LawSheet),
        typeof(LawUses), typeof(LawUseReader)];

    /// <summary>The file: each rule with its uses, one a line.</summary>
    public static string File() => "{\n" + string.Join(",\n", RuleBook.Every.Select(r => r.Id)
        .Distinct().Order(StringComparer.Ordinal).Select(Entry)) + "\n}\n";

    private static string Entry(string rule) =>
        Of(rule) is { Count: > 0 } uses
            ? $"  {JsonSerializer.Serialize(rule)}: [\n{string.Join(",\n", uses.Select(use => "    " + JsonSerializer.Serialize(use, LawUses.Json)))}\n  ]"
            : $"  {JsonSerializer.Serialize(rule)}: []";

    public static IReadOnlyList<LawUse> Of(string rule)
    {
        var users = Users.Value;
        var reached = new HashSet<Type>();
        var waiting = new Queue<Type>(ByWord.Value.GetValueOrDefault(rule, []).Concat(RuleBook.Every.Where(r =>
            r.Id == rule && OwnsId(r)).Select(r => r.GetType())));
        while (waiting.TryDequeue(out var type))
        {
            if (!reached.Add(type) || IsPage(type)) continue;
            foreach (var user in users.GetValueOrDefault(type, [])) waiting.Enqueue(user);
        }

        return [.. reached.Select(Use).OfType<LawUse>().Where(u => u.Address != RulePage.Url(rule)).Distinct()
            .OrderBy(u => u.Kind == "Side" ? 0 : u.Kind == "Regel" ? 1 : 2).ThenBy(u => u.Name,
            StringComparer.Ordinal)];
    }

    private static LawUse? Use(Type type) =>
        IsPage(type) ? type.Namespace!.EndsWith(".Rules.Law", StringComparison.Ordinal) ? null : Page(type)
        : type.IsAssignableTo(typeof(IRule)) && RuleBook.Every.FirstOrDefault(r => r.GetType() == type && OwnsId(r))
            is { } other ? new("Regel", other.Title, RulePage.Url(other.Id))
        : type.GetCustomAttribute<RequiresAttribute>() is not null ? new("Brugshandling", type.Name.Replace("Handler",
            "", StringComparison.Ordinal), null)
        : type.IsAssignableTo(typeof(IJob)) && type.IsClass ? new("Job", type.Name, null) : null;

    private static LawUse Page(Type type)
    {
        var address = type.GetCustomAttribute<RouteAttribute>()!.Template;
        return new("Side", address, address.Contains('{') ? null : address);
    }

    /// <summary>False for the sheets of values, which share one type.</summary>
    private static bool OwnsId(IRule rule) => RuleBook.Every.Count(r => r.GetType() == rule.GetType()) == 1;

    private static bool IsPage(Type type) => type.GetCustomAttribute<RouteAttribute>() is not null;

    /// <summary>For each type of the house, the types whose code names it.</summary>
    private static Dictionary<Type, HashSet<Type>> UsersOf()
    {
        var users = new Dictionary<Type, HashSet<Type>>();
        var words = Words();
        var all = Directory.EnumerateFiles(AppContext.BaseDirectory, "Virker.*.dll").Select(f =>
            Path.GetFileNameWithoutExtension(f)).Where(n =>
            n is not ("Virker.Tests" or "Virker.Journeys" or "Virker.Bench"))
            .SelectMany(name => Assembly.Load(name).GetTypes()).ToList();
        foreach (var type in all)
        {
            var user = Outermost(type);
            if (Hubs.Contains(user)) continue;
            foreach (var reference in CodeReader.References(type)) Note(reference, user);
            foreach (var port in type.GetInterfaces().SelectMany(Parts).Where(IsPort)) Add(user, port);
            foreach (var contract in type.GetInterfaces().Where(i => i.IsGenericType
                && i.GetGenericTypeDefinition() == typeof(IUseCase<,>))) Add(type, contract.GetGenericArguments()[0]);
        }

        return users;

        void Note(object reference, Type user)
        {
            if (reference is string word)
            {
                if (words.GetValueOrDefault(word.TrimEnd('.')) is not { } rule) return;
                if (!ByWord.Value.TryGetValue(rule, out var named)) ByWord.Value.Add(rule, named = []);
                named.Add(user);
                return;
            }

            foreach (var used in Types((MemberInfo)reference).SelectMany(Parts).Select(Outermost).Where(t =>
                t != user && IsOfHouse(t) && !Hubs.Contains(t) && t != typeof(IRule))) Add(used, user);
        }

        void Add(Type used, Type user)
        {
            if (!users.TryGetValue(used, out var set)) users.Add(used, set = []);
            set.Add(user);
        }
    }

    /// <summary>The names by which code asks for a rule: its id and its parameters'.</summary>
    private static Dictionary<string, string> Words() => RuleBook.Every.Select(r => (r.Id, Rule: r.Id))
        .Concat(RuleBook.ParameterNames).DistinctBy(p => p.Item1).ToDictionary(p => p.Item1, p => p.Rule);

    private static IEnumerable<Type> Types(MemberInfo member) => member switch
    {
        Type type => [type],
        MethodBase method when AsksWhetherAllowed(method) => [method.DeclaringType!],
        MethodBase method => [method.DeclaringType!, .. method.IsGenericMethod ? method.GetGenericArguments() : []],
        FieldInfo field => [field.DeclaringType!, field.FieldType],
        _ => [],
    };

    /// <summary>It names a use case, and does not run it.</summary>
    private static bool AsksWhetherAllowed(MethodBase method) =>
        method.DeclaringType == typeof(Permissions) || (method.DeclaringType == typeof(Grants) && method.IsGenericMethod);

    private static IEnumerable<Type> Parts(Type type) => type.IsGenericType ? type.GetGenericArguments()
        .SelectMany(Parts).Append(type.GetGenericTypeDefinition()) : [type];

    private static Type Outermost(Type type)
    {
        while (type.DeclaringType is { } outer) type = outer;
        return type;
    }

    private static bool IsOfHouse(Type type) => type.Assembly.GetName().Name?.StartsWith("Virker.",
        StringComparison.Ordinal) == true;

    /// <summary>
    /// An interface whose user runs its implementation. Who delivers news or runs jobs runs whatever there is.
    /// </summary>
    private static bool IsPort(Type type) => type.IsInterface && IsOfHouse(type) && type != typeof(IRule)
        && !type.Name.StartsWith("IModule", StringComparison.Ordinal) && type != typeof(IUseCase<,>)
        && type != typeof(IRule<,>) && type != typeof(IHandle<>) && type != typeof(IJob);
}
