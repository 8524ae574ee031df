using Microsoft.AspNetCore.Identity;
using Virker.Platform;

namespace Virker.Web;

internal sealed partial class AccountStore
{
    public Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        accounts.FindByPasskeyAsync(credentialId, cancellationToken);

    public Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken) =>
        Set(() =>
        {
            Remove(user, passkey.CredentialId);
            user.Passkeys.Add(
                new Passkey(
                    passkey.CredentialId,
                    passkey.PublicKey,
                    passkey.CreatedAt,
                    passkey.SignCount,
                    passkey.Transports ?? [],
                    new(passkey.IsUserVerified, passkey.IsBackupEligible, passkey.IsBackedUp),
                    passkey.AttestationObject,
                    passkey.ClientDataJson
                )
                {
                    Name = passkey.Name,
                }
            );
        });

    public Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult<IList<UserPasskeyInfo>>([.. user.Passkeys.Select(Info)]);

    public Task<UserPasskeyInfo?> FindPasskeyAsync(
        Account user,
        byte[] credentialId,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult(
            user.Passkeys.Where(p => p.CredentialId.AsSpan().SequenceEqual(credentialId)).Select(Info).FirstOrDefault()
        );

    public Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        Set(() => Remove(user, credentialId));

    private static void Remove(Account user, byte[] credentialId)
    {
        foreach (var same in user.Passkeys.Where(p => p.CredentialId.AsSpan().SequenceEqual(credentialId)).ToList())
            user.Passkeys.Remove(same);
    }

    private static UserPasskeyInfo Info(Passkey passkey) =>
        new(
            passkey.CredentialId,
            passkey.PublicKey,
            passkey.CreatedAt,
            passkey.SignCount,
            [.. passkey.Transports],
            passkey.Flags.UserVerified,
            passkey.Flags.BackupEligible,
            passkey.Flags.BackedUp,
            passkey.Attestation,
            passkey.ClientData
        )
        {
            Name = passkey.Name,
        };
}
