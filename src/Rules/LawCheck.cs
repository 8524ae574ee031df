namespace Virker.Rules;

/// <summary>Goes through all data files and names every mistake, one a file.</summary>
internal static class LawCheck
{
    public static IEnumerable<LawbookException> Mistakes(
        IEnumerable<(string Path, string Json)> acts,
        IEnumerable<(string Path, string Json)> lists
    )
    {
        var broken = lists
            .Select(f => Mistake(() => new CodeListReader(f.Path, f.Json).Read()))
            .OfType<LawbookException>()
            .ToList();
        return broken.Count > 0 ? broken : OfActs([.. acts]);
    }

    private static List<LawbookException> OfActs(List<(string Path, string Json)> files)
    {
        var mistakes = new List<LawbookException>();
        var (names, sheets) = (new Dictionary<string, string>(), new Dictionary<string, string>());
        foreach (var (path, json) in files)
        {
            LawSheet? sheet = null;
            if (Mistake(() => sheet = new LawReader(path, json).Read()) is { } mistake)
                mistakes.Add(mistake);
            if (sheet is null)
                continue;
            if (!sheets.TryAdd(sheet.Id, path))
                mistakes.Add(new($"{path}: reglen \"{sheet.Id}\" står også i {sheets[sheet.Id]}.") { File = path });
            mistakes.AddRange(
                sheet
                    .Parameters.Where(p => !names.TryAdd(p.Name, path))
                    .Select(p => new LawbookException($"{path}: {p.Name}: står også i {names[p.Name]}.")
                    {
                        File = path,
                    })
            );
        }

        return mistakes;
    }

    private static LawbookException? Mistake(Action read)
    {
        try { read(); }
        catch (LawbookException mistake) { return mistake; }
        return null;
    }
}
