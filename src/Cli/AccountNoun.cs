using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Cli;

/// <summary>
/// "account create|list|close|password": the first administrator of a municipality, and a way in when nobody has one.
/// </summary>
internal sealed class AccountNoun : INoun
{
    private static readonly Option<string?> Municipality = new("--municipality")
    {
        Description = "Kommunens kortnavn, når der er flere",
    };
    private static readonly Argument<string> User = new("BRUGERNAVN") { Description = "Kontoens brugernavn" };

    public Command Build() => new("account", "Brugerkonti") { Create(), List(), Close(), Password(), SignIns() };

    private static Command Create()
    {
        var name = new Option<string>("--name") { Description = "Personens navn", Required = true };
        var role = new Option<string[]>("--role")
        {
            Description = "Rolle: " + string.Join(", ", Role.SignedIn.Select(r => r.Id)),
            Required = true,
        };
        role.AcceptOnlyFromAmong([.. Role.SignedIn.Select(r => r.Id)]);
        var create = new Command("create", "Opret en konto; adgangskoden læses fra standard ind")
        {
            User,
            name,
            role,
            Municipality,
        };
        create.SetAction(
            (parsed, ct) =>
                Installation.InAsync(
                    parsed.GetValue(Municipality),
                    async (installation, municipality) =>
                    {
                        await using var scope = await installation.ScopeAsync(municipality, ct);
                        var roles = parsed.GetValue(role)!.Select(id => RoleAssignment.Of(Role.Of(id)!)).ToList();
                        var created = await scope.ServiceProvider.RunAsync(
                            new CreateAccount(parsed.GetValue(User)!, parsed.GetValue(name)!, ReadPassword(), roles),
                            ct
                        );
                        if (created.IsRefused)
                            return Installation.Refuse(created.Refusal);
                        Console.Error.WriteLine($"Kontoen {parsed.GetValue(User)} er oprettet i {municipality.Name}.");
                        return 0;
                    }
                )
        );
        return create;
    }

    private static Command List()
    {
        var list = new Command("list", "Vis kontiene (ikke borgernes)") { Municipality };
        list.SetAction(
            (parsed, ct) =>
                Installation.InAsync(
                    parsed.GetValue(Municipality),
                    async (installation, municipality) =>
                    {
                        await using var scope = await installation.ScopeAsync(municipality, ct);
                        var accounts = await scope.ServiceProvider.RunAsync(new ListAccounts(), ct);
                        foreach (var a in accounts.Value.Accounts)
                            Console.Out.WriteLine(
                                $"{a.UserName}\t{a.DisplayName}\t{string.Join(", ", a.Roles.Select(r => r.Assignment.Role.Name))}"
                            );
                        return 0;
                    }
                )
        );
        return list;
    }

    /// <summary>Only of a fictive municipality, where picking a person is signing in.</summary>
    private static Command SignIns()
    {
        var signIns = new Command("sign-ins", "Vis den fiktive kommunes logins efter rolle") { Municipality };
        signIns.SetAction(
            (parsed, ct) =>
                Installation.InAsync(
                    parsed.GetValue(Municipality),
                    async (installation, municipality) =>
                    {
                        if (!municipality.IsFictive)
                            return Installation.Refuse(
                                new(
                                    "account.not-fictive",
                                    $"{municipality.Name} er ikke fiktiv: her logger man ind med adgangskode eller adgangsnøgle."
                                )
                            );
                        await using var scope = await installation.ScopeAsync(municipality, ct);
                        var accounts = await scope.ServiceProvider.GetRequiredService<IAccounts>().ActiveAsync(ct);
                        foreach (
                            var (role, account) in from role in Role.SignedIn
                            from a in accounts
                            where a.Roles.Any(r => r.Assignment.Role == role)
                            select (role, a)
                        )
                            Console.Out.WriteLine(
                                $"  {role.Name, -24} {account.DisplayName, -28} {account.Presentation}"
                            );
                        return 0;
                    }
                )
        );
        return signIns;
    }

    private static Command Close()
    {
        var close = new Command("close", "Luk en konto") { User, Municipality };
        close.SetAction((parsed, ct) => OnAccountAsync(parsed, id => new CloseAccount(id), "er lukket", ct));
        return close;
    }

    private static Command Password()
    {
        var password = new Command("password", "Giv en konto en ny adgangskode, læst fra standard ind")
        {
            User,
            Municipality,
        };
        password.SetAction(
            (parsed, ct) =>
                OnAccountAsync(parsed, id => new SetPassword(id, ReadPassword()), "har fået ny adgangskode", ct)
        );
        return password;
    }

    private static Task<int> OnAccountAsync(
        ParseResult parsed,
        Func<UserId, IRequest<Done>> request,
        string done,
        CancellationToken ct
    ) =>
        Installation.InAsync(
            parsed.GetValue(Municipality),
            async (installation, municipality) =>
            {
                await using var scope = await installation.ScopeAsync(municipality, ct);
                var name = parsed.GetValue(User)!;
                var all = await scope.ServiceProvider.RunAsync(new ListAccounts(WithClosed: true), ct);
                if (
                    all.Value.Accounts.FirstOrDefault(a => a.UserName.Equals(name, StringComparison.OrdinalIgnoreCase))
                    is not { } account
                )
                    return Installation.Refuse(
                        Refusal.NotFound("account.not-found", $"Kontoen {name} findes ikke i {municipality.Name}.")
                    );
                var outcome = await scope.ServiceProvider.RunAsync(request(account.Id), ct);
                if (outcome.IsRefused)
                    return Installation.Refuse(outcome.Refusal);
                Console.Error.WriteLine($"Kontoen {name} {done}.");
                return 0;
            }
        );

    /// <summary>From standard input, so that it stands in no history and no list of processes.</summary>
    private static string ReadPassword()
    {
        if (!Console.IsInputRedirected)
            Console.Error.Write("Adgangskode: ");
        return Console.In.ReadLine() ?? "";
    }
}
