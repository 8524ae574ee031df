using Virker.Kernel;

namespace Virker.Rules;

/// <summary>Adds up a simulation case by case: in all, and in each group of each grouping.</summary>
internal sealed class SimulationTally
{
    private static readonly (int From, string Name)[] Ages =
    [
        (0, "Under 25 år"),
        (25, "25-29 år"),
        (30, "30-39 år"),
        (40, "40-49 år"),
        (50, "50-59 år"),
        (60, "60 år og derover"),
    ];

    private readonly Grouping[] _groupings;
    private readonly Grouping _whole = new("", "", (_, _) => 1, _ => "I alt");
    private readonly List<AffectedCase> _affected = [];
    private readonly Dictionary<(bool After, string Why), int> _unanswered = [];
    private readonly HashSet<(bool After, string Why)> _own = [];
    private readonly (Grouping Grouping, int Code)? _only;
    private CaseHistory _case = new(DateOnly.MinValue);
    private int _index;

    public SimulationTally(IReadOnlyList<string> teams, (string Grouping, int Code)? only)
    {
        _groupings =
        [
            new("ydelse", "Ydelse", (_, part) => part.Benefit, code => Name(CodeList.Benefits, code)),
            new(
                "maalgruppe",
                "Målgruppe",
                (c, part) => CaseHistory.CodeOn(c.TargetGroups, part.Day),
                code => Name(CodeList.TargetGroups, code)
            ),
            new(
                "alder",
                "Alder",
                (c, part) => Array.FindLastIndex(Ages, a => a.From <= c.AgeOn(part.Day)) + 1,
                code => code == 0 ? "Uoplyst" : Ages[code - 1].Name
            ),
            new(
                "team",
                "Team",
                (c, part) => CaseHistory.CodeOn(c.Teams, part.Day),
                code => code > 0 && code <= teams.Count ? teams[code - 1] : "Intet team"
            ),
        ];
        _only =
            only is { } asked && Array.Find(_groupings, g => g.Id == asked.Grouping) is { } grouping
                ? (grouping, asked.Code)
                : null;
    }

    public void Begin(int index, CaseHistory history) => (_index, _case) = (index, history);

    public void Add(SimulatedPart part, bool isAfter)
    {
        if (_only is { } only && only.Grouping.CodeOf(_case, part) != only.Code) return;
        if (part.Unanswered is { } why) _own.Add((isAfter, why));
        _whole.Add(_case, part, isAfter);
        foreach (var grouping in _groupings) grouping.Add(_case, part, isAfter);
    }

    public void End()
    {
        foreach (var reason in _own) _unanswered[reason] = _unanswered.GetValueOrDefault(reason) + 1;
        _own.Clear();
        if (_whole.End() is { } own) _affected.Add(new(_index, own.Before, own.After, own.Cost));
        foreach (var grouping in _groupings) grouping.End();
    }

    public SimulationAnswer Answer() =>
        new(
            _whole.Groups().FirstOrDefault() ?? new(1, "I alt", 0, 0, 0m, 0m, null, null),
            [.. _groupings.Select(g => new SimulatedGrouping(g.Id, g.Name, [.. g.Groups()]))],
            _affected,
            [
                .. _unanswered
                    .OrderBy(u => u.Key.After)
                    .ThenByDescending(u => u.Value)
                    .Select(u => new UnansweredCases(u.Key.After ? "efter" : "før", u.Key.Why, u.Value)),
            ]
        );

    private static string Name(CodeList list, int code) => code == 0 ? "Uoplyst" : list[code].ToString();

    /// <summary>Sums of one case or of a group's cases.</summary>
    private sealed class Sums
    {
        public decimal Before, After, CostBefore, CostAfter;
        public bool HasCost;
        public int Cases, Affected;

        public bool Differs => Before != After || CostBefore != CostAfter;

        public Money? Cost => HasCost ? new Money(CostAfter - CostBefore).Rounded() : null;
    }

    private sealed class Grouping(
        string id,
        string name,
        Func<CaseHistory, SimulatedPart, int> codeOf,
        Func<int, string> nameOf
    )
    {
        private readonly Dictionary<int, Sums> _all = [];
        private readonly Dictionary<int, Sums> _own = [];

        public string Id => id;

        public string Name => name;

        public int CodeOf(CaseHistory history, SimulatedPart part) => codeOf(history, part);

        public void Add(CaseHistory history, SimulatedPart part, bool isAfter)
        {
            var code = codeOf(history, part);
            if (!_own.TryGetValue(code, out var sums)) _own.Add(code, sums = new());
            if (isAfter) (sums.After, sums.CostAfter) = (sums.After + part.Amount, sums.CostAfter + (part.Kroner ?? 0));
            else (sums.Before, sums.CostBefore) = (sums.Before + part.Amount, sums.CostBefore + (part.Kroner ?? 0));
            sums.HasCost |= part.Kroner is not null;
        }

        /// <summary>Moves the case's sums to the groups'; the sums of a case that is affected.</summary>
        public Sums? End()
        {
            Sums? affected = null;
            foreach (var (code, own) in _own)
            {
                if (!_all.TryGetValue(code, out var all))
                    _all.Add(code, all = new());
                (all.Before, all.After, all.CostBefore, all.CostAfter) = (
                    all.Before + own.Before,
                    all.After + own.After,
                    all.CostBefore + own.CostBefore,
                    all.CostAfter + own.CostAfter
                );
                (all.HasCost, all.Cases, all.Affected) = (
                    all.HasCost | own.HasCost,
                    all.Cases + 1,
                    all.Affected + (own.Differs ? 1 : 0)
                );
                if (own.Differs)
                    affected = own;
            }

            _own.Clear();
            return affected;
        }

        public IEnumerable<SimulatedGroup> Groups() =>
            _all.OrderBy(g => g.Key)
                .Select(g => new SimulatedGroup(
                    g.Key,
                    nameOf(g.Key),
                    g.Value.Cases,
                    g.Value.Affected,
                    g.Value.Before,
                    g.Value.After,
                    g.Value.HasCost ? new Money(g.Value.CostBefore).Rounded() : null,
                    g.Value.HasCost ? new Money(g.Value.CostAfter).Rounded() : null
                ));
    }
}
