using Virker.Kernel;
using Virker.Platform;

namespace Virker.Web;

/// <summary>
/// Reads the fields of a form, or of an address, and keeps every refusal, so that all that is wrong is said at once.
/// What could not be read comes back as nothing, and a day as the one before it in the form; ask <see cref="Refusal"/>
/// before it is used, or let <see cref="RunAsync"/> do it.
/// </summary>
public sealed class FieldReading
{
    private readonly List<Refusal> _refused = [];
    private readonly DateOnly _today;
    private DateOnly _near;

    public FieldReading(DateOnly today) => (_today, _near) = (today, today);

    /// <summary>All that could not be read; null when everything could.</summary>
    public Refusal? Refusal => Kernel.Refusal.All(_refused);

    public DateOnly Date(string? text, string field, DateWindow window)
    {
        var read = WrittenDate.Read(text, _today, window, field);
        if (read.IsRefused) _refused.Add(read.Refusal);
        else _near = read.Value;
        return _near;
    }

    /// <summary>Null where nothing is written.</summary>
    public DateOnly? DateIfAny(string? text, string field, DateWindow window) =>
        string.IsNullOrWhiteSpace(text) ? null : Date(text, field, window);

    public TimeOnly Clock(string? text, string field) => Kept(WrittenTime.Clock(text, field));

    /// <summary>A day and a time of day in Denmark, each in its own field.</summary>
    public DateTimeOffset Time((string? Text, string Field) day, (string? Text, string Field) clock, DateWindow window)
    {
        var (date, time) = (Date(day.Text, day.Field, window), Clock(clock.Text, clock.Field));
        return date.ToDateTime(time).DanishInstant();
    }

    /// <summary>How long something takes, in whole minutes; a number alone is minutes.</summary>
    public int Minutes(string? text, string field) =>
        (int)Math.Round(Kept(WrittenTime.Duration(text, TimeUnit.Minutes, field)).TotalMinutes);

    /// <summary>
    /// Hours a week to the minute, which may be written with their word; null where nothing is written.
    /// </summary>
    public decimal? HoursIfAny(string? text, string field) => string.IsNullOrWhiteSpace(text) ? null
        : Math.Round((decimal)Kept(WrittenTime.Duration(text, TimeUnit.Hours, field)).TotalMinutes) / 60m;

    public int Whole(string? text, string field, string thing, int from, int to) =>
        Kept(WrittenNumber.Whole(text, thing, from, to, field));

    public decimal Number(string? text, string field) => Kept(WrittenNumber.Read(text, field));

    public decimal? NumberIfAny(string? text, string field) =>
        string.IsNullOrWhiteSpace(text) ? null : Number(text, field);

    /// <summary>A text or a choice that must be there.</summary>
    public string Required(string? text, string field, string ask)
    {
        if (string.IsNullOrWhiteSpace(text)) _refused.Add(new("field.missing", ask, Field: field));
        return text ?? "";
    }

    /// <summary>A word that must be chosen; where it is not, the list's first stands in its place.</summary>
    public TWord Word<TWord>(string? code, string field, string ask) where TWord : CodeWord<TWord>
    {
        if (CodeWord<TWord>.Of(code) is { } word) return word;
        _refused.Add(new("field.choice", ask, Field: field));
        return CodeWord<TWord>.All[0];
    }

    /// <summary>Null where nothing is chosen.</summary>
    public TWord? WordIfAny<TWord>(string? code, string field, string ask) where TWord : CodeWord<TWord> =>
        string.IsNullOrEmpty(code) ? null : Word<TWord>(code, field, ask);

    /// <summary>As many as are chosen.</summary>
    public IReadOnlyList<TWord> Words<TWord>(IEnumerable<string>? codes, string field, string ask)
        where TWord : CodeWord<TWord> => [.. (codes ?? []).Select(code => Word<TWord>(code, field, ask))];

    /// <summary>The text of a file that must be chosen.</summary>
    public async Task<string> FileAsync(IFormFile? file, string field)
    {
        if (file is { Length: > 0 }) return Kept(await WrittenUpload.TextAsync(file, field)) ?? "";
        _refused.Add(MissingFile(file, field));
        return "";
    }

    /// <summary>Nothing was chosen, or what was chosen holds nothing.</summary>
    public static Refusal MissingFile(IFormFile? file, string field) =>
        file is null
            ? new("file.missing", "Vælg en fil.", Field: field)
            : new("file.empty", $"Filen {file.FileName} er tom. Vælg en anden.", Field: field);

    public void Refuse(Refusal? refusal)
    {
        if (refusal is not null) _refused.Add(refusal);
    }

    /// <summary>
    /// Runs the command. Where something could not be read it does nothing, and is asked what it would refuse of the
    /// other fields, so that all is said at once.
    /// <paramref name="fieldOf"/> gives the form's name for a field of the command.
    /// </summary>
    public async Task<Outcome<TResult>> RunAsync<TRequest, TResult>(
        IUseCase<TRequest, TResult> command, TRequest request, Func<string, string?>? fieldOf = null)
        where TRequest : ICommand<TResult>
    {
        if (Refusal is null)
        {
            var done = await command.RunAsync(request);
            return done.IsRefused ? Placed(done.Refusal, fieldOf)! : done;
        }

        return (await RefusalOfAsync(command, request, fieldOf))!;
    }

    /// <summary>All that is wrong, before anything is done.</summary>
    public async Task<Refusal?> RefusalOfAsync<TRequest, TResult>(
        IUseCase<TRequest, TResult> command, TRequest request, Func<string, string?>? fieldOf = null)
        where TRequest : ICommand<TResult> => And(Placed(await Rehearsal.RefusalOfAsync(command, request), fieldOf));

    /// <summary>
    /// All that could not be read, and what is wrong with the other fields. What names no field, or one that could not
    /// be read, is not said as long as something else must be mended first.
    /// </summary>
    public Refusal? And(Refusal? besides)
    {
        if (Refusal is not { } unread || besides is null) return Refusal ?? besides;
        var fields = unread.Every().Select(r => FieldId.Of(r.Field ?? "")).ToHashSet();
        var others = besides.Every().Where(r => r.Field is { } field && !fields.Contains(FieldId.Of(field)));
        return Kernel.Refusal.All([unread, .. others]);
    }

    private static Refusal? Placed(Refusal? refusal, Func<string, string?>? fieldOf) =>
        fieldOf is null ? refusal : refusal?.Placed(fieldOf);

    private T? Kept<T>(Outcome<T> read)
    {
        if (!read.IsRefused) return read.Value;
        _refused.Add(read.Refusal);
        return default;
    }
}
