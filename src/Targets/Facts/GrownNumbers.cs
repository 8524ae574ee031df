using Virker.Insight;
using Virker.Kernel;

namespace Virker.Targets;

/// <summary>The numbers as they were, and the next ones for persons who have come since.</summary>
internal sealed class GrownNumbers : IPersonNumbers
{
    private readonly IPersonNumbers _first;
    private readonly Dictionary<CitizenId, int> _numbers;
    private readonly List<CitizenId> _came;

    public GrownNumbers(IPersonNumbers before, IEnumerable<CitizenId> newcomers)
    {
        var grown = before as GrownNumbers;
        _first = grown?._first ?? before;
        _came = [.. grown?._came ?? [], .. newcomers];
        _numbers = _came
            .Select((citizen, i) => (citizen, Number: _first.Count + i))
            .ToDictionary(c => c.citizen, c => c.Number);
    }

    public int Count => _first.Count + _came.Count;

    public int Of(CitizenId citizen) => _numbers.TryGetValue(citizen, out var number) ? number : _first.Of(citizen);

    public CitizenId IdOf(int number) => number < _first.Count ? _first.IdOf(number) : _came[number - _first.Count];

    public bool Has(CitizenId citizen) => _numbers.ContainsKey(citizen) || _first.Has(citizen);
}
