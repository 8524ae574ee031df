using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>The words of a table's columns that keep codes (<see cref="CodeWord{TSelf}"/>).</summary>
public sealed class StoredWords
{
    public static readonly StoredWords None = new([]);

    private readonly IReadOnlyList<(string Column, ICodeWord Word)> _words;

    private StoredWords(IReadOnlyList<(string Column, ICodeWord Word)> words) => _words = words;

    /// <summary>The Danish word; null where the column keeps no codes, or not this one.</summary>
    public string? Word(string column, string code) =>
        _words.FirstOrDefault(w => w.Column == column && w.Word.Code == code).Word?.Text;

    internal static StoredWords Of(IModel model, string table) =>
        new(
            [
                .. model
                    .GetEntityTypes()
                    .Where(entity => entity.GetTableName() == table)
                    .SelectMany(entity => entity.GetProperties())
                    .Where(property => property.ClrType.IsAssignableTo(typeof(ICodeWord)))
                    .SelectMany(property => WordsOf(property.ClrType).Select(word => (property.GetColumnName(), word))),
            ]
        );

    private static IEnumerable<ICodeWord> WordsOf(Type kind) =>
        (IEnumerable<ICodeWord>)typeof(CodeWord<>).MakeGenericType(kind).GetProperty("All")!.GetValue(null)!;
}
