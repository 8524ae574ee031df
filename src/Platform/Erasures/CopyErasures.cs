using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// Copy the ledger of erasures out of the database, to the file that is there when the database is not.
/// </summary>
public sealed record CopyErasures : ICommand<ErasuresCopied>;

/// <summary>How many lines came to.</summary>
public sealed record ErasuresCopied(int Lines);

[Requires("platform.erasures.copy")]
internal sealed class CopyErasuresHandler(CurrentMunicipality municipality, KeyRing keys)
    : IUseCase<CopyErasures, ErasuresCopied>
{
    public async Task<Outcome<ErasuresCopied>> RunAsync(CopyErasures command, CancellationToken ct = default)
    {
        var copied = await ErasureLedger.CopyOutAsync(municipality.Value, keys.Of(municipality.Value).AuditKey, ct);
        return copied.IsRefused ? copied.Refusal : new ErasuresCopied(copied.Value);
    }
}

internal sealed class ErasuresCopiedOut(IUseCase<CopyErasures, ErasuresCopied> copy) : IJob
{
    public string Name => "platform.erasures";

    public string Title => "Fortegnelsen over sletninger skrives ud";

    public JobPlan Plan => JobPlan.Every(TimeSpan.FromMinutes(1));

    public async Task<Outcome<Done>> RunAsync(CancellationToken ct = default)
    {
        var copied = await copy.RunAsync(new(), ct);
        return copied.IsRefused ? copied.Refusal : Done.It;
    }
}
