using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// A repeated write is answered with the first one's result. The key is claimed first in the transaction, so of two
/// identical posts at once the second waits for the first. Results are sealed, since they may name people; the request
/// is kept as a keyed hash only, so that one key with two contents is refused and loses nobody's text.
/// </summary>
internal sealed class Idempotency(VirkerContext db, CurrentActor actor, MunicipalityKeys keys, TimeProvider clock)
{
    public static readonly Refusal KeyReused = new(
        "idempotency.key-reused",
        "Formularen er allerede sendt én gang. Genindlæs siden, og prøv igen."
    );

    /// <summary>
    /// Null when the key is now this write's (or there is none); else what the first write with it was answered.
    /// </summary>
    public async Task<Outcome<TResult>?> ClaimAsync<TResult>(string useCase, object? request, CancellationToken ct)
    {
        if (actor.IdempotencyKey is not { } key) return null;
        var hash = HashOf(request);
        var claimed = await Sql.RunAsync(db, """
            insert into idempotency (key, use_case, user_id, request_hash, result, at) values (@key, @useCase, @user, @hash, '', @at) on conflict (key) do nothing
            """,
            ct,
            ("key", key),
            ("useCase", useCase),
            ("user", actor.Value.User?.Value),
            ("hash", hash),
            ("at", clock.GetUtcNow())
        );
        if (claimed == 1)
            return null;
        var first = await db.Set<IdempotencyRow>().AsNoTracking().FirstOrDefaultAsync(r => r.Key == key, ct);
        if (
            first is null
            || first.UseCase != useCase
            || first.UserId != actor.Value.User
            || !first.RequestHash.AsSpan().SequenceEqual(hash)
        )
            return KeyReused;
        return (Outcome<TResult>)JsonSerializer.Deserialize<TResult>(keys.OpenText(first.Result), SealedJson.Options)!;
    }

    public Task RememberAsync<TResult>(TResult result, CancellationToken ct) =>
        actor.IdempotencyKey is not { } key
            ? Task.CompletedTask
            : Sql.RunAsync(
                db,
                "update idempotency set result = @result where key = @key",
                ct,
                ("key", key),
                ("result", keys.SealText(JsonSerializer.Serialize(result, SealedJson.Options)))
            );

    private byte[] HashOf(object? request) =>
        request is null
            ? []
            : HMACSHA256.HashData(
                keys.AuditKey,
                JsonSerializer.SerializeToUtf8Bytes(request, request.GetType(), SealedJson.Options)
            );
}

[Table("idempotency")]
internal sealed class IdempotencyRow
{
    [Key]
    public Guid Key { get; init; }

    public string UseCase { get; init; } = "";

    public UserId? UserId { get; init; }

    public byte[] RequestHash { get; init; } = [];

    public string Result { get; init; } = "";

    public DateTimeOffset At { get; init; }
}
