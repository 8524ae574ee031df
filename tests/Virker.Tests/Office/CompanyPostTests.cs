using Microsoft.Extensions.DependencyInjection;
using Virker.Casework;
using Virker.Companies;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;
using Virker.Tests.Casework;
using Virker.Tests.Support;

namespace Virker.Tests.Office;

/// <summary>
/// A company is written to as a citizen is: one post, one list of what was sent, one way to take it back.
/// </summary>
public sealed class CompanyPostTests
{
    private static readonly CompanyId Bakery = NewId.Of<CompanyId>();

    private static readonly Party Baker = Party.Of(Bakery);

    [Theory, EachDatabase]
    public async Task A_letter_with_a_personal_link_goes_to_the_company_and_to_nobody_else(Dialect dialect)
    {
        await using var office = await OpenAsync(dialect, new());
        var (citizen, link) = (await office.CitizenAsync(), PersonalLinks.Draw());

        var told = await DoAsync(office, s => Post(s).TellAsync(Visit(link: $"/besoeg/{link}"), default));
        (told.Channel, told.HasAddress, told.IsCarried).ShouldBe((MessageChannel.DigitalPost, true, false));
        ((string)(await office.House.ReadAsync("select link from messages"))[0]!).ShouldNotContain(link);
        await office.House.System.DoneAsync(new SendMessages());

        var letter = (await SentAsync(office, Baker)).ShouldHaveSingleItem();
        (letter.Kind, letter.Status).ShouldBe((VisitWord.Visit, MessageStatus.Laid));
        letter.Subject.ShouldBe("Vi kommer på besøg");
        letter.Text.ShouldBe("Se tiden: (personligt link)");
        var written = await File.ReadAllTextAsync(Folder(office, MessageChannel.DigitalPost).ShouldHaveSingleItem());
        written.ShouldContain("Til: Prøvebageriet");
        written.ShouldContain($"Se tiden: https://localhost/besoeg/{link}");
        (await office.House.ReadAsync("select link from messages")).ShouldBe([null], "it has gone out");
        (await SentAsync(office, Party.Of(citizen))).ShouldBeEmpty();
        (await office.Anna.DoneAsync(new SeeMessages(citizen))).Messages.ShouldBeEmpty();
        (await office.Anna.DoneAsync(new SeeOutgoing(null))).Rows.ShouldBeEmpty("it is in nobody's case");
        (await office.House.ReadAsync("select distinct citizen_id from journal where entity = 'messages'"))
            .ShouldBe([null], "a company's letter is about no citizen");
    }

    [Theory, EachDatabase]
    public async Task What_is_off_is_taken_back_from_the_folder_and_what_has_passed_is_never_sent(Dialect dialect)
    {
        var visits = new Visits();
        await using var office = await OpenAsync(dialect, visits);
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        await DoAsync(office, s => Post(s).TellAsync(Visit(about: first), default));
        await office.House.System.DoneAsync(new SendMessages());
        Folder(office, MessageChannel.DigitalPost).ShouldHaveSingleItem();

        (await DoAsync(office, s => Post(s).WithdrawAsync(first, default))).ShouldBe(new Withdrawn(1, false));
        Folder(office, MessageChannel.DigitalPost).ShouldBeEmpty();

        await DoAsync(office, s => Post(s).TellAsync(Visit(about: second), default));
        visits.Over.Add(second);
        await office.House.System.DoneAsync(new SendMessages());
        Folder(office, MessageChannel.DigitalPost).ShouldBeEmpty();
        (await SentAsync(office, Baker)).ShouldEachBe(m => m.Status == MessageStatus.Withdrawn);
    }

    [Theory, EachDatabase]
    public async Task What_did_not_come_is_sent_another_way_or_seen_to(Dialect dialect)
    {
        await using var office = await OpenAsync(dialect, new());
        var told = await DoAsync(office, s => Post(s).TellAsync(Visit(wanted: MessageChannel.Email), default));
        told.Channel.ShouldBe(MessageChannel.DigitalPost, "the register has no e-mail address");
        await office.House.System.DoneAsync(new SendMessages());
        var lost = (await SentAsync(office, Baker))[0].Id;
        (await DoAsync(office, s => Receipts(s).RecordSentAsync([lost], [Baker], default))).ShouldBe([Baker]);
        (await DoAsync(office, s => Receipts(s).RecordAsync(Baker, lost, MessageStatus.Failed, "", default)))
            .IsRefused.ShouldBeFalse();

        var failed = (await DoAsync(office, s => Sent(s).FailedAsync(Baker, lost, default))).Value;
        var again = await DoAsync(office, s => Post(s).TellAgainAsync(failed, MessageChannel.Letter, false, default));
        again.Channel.ShouldBe(MessageChannel.Letter);
        await office.House.System.DoneAsync(new SendMessages());
        (await File.ReadAllTextAsync(Folder(office, MessageChannel.Letter).ShouldHaveSingleItem()))
            .ShouldContain("Adresse: Prøvevej 2, 9999 Prøveby");
        (await SentAsync(office, Baker)).Single(m => m.Id == lost).Settled.ShouldBe("Sendt igen");

        var letter = (await SentAsync(office, Baker)).Single(m => m.Id != lost).Id;
        await DoAsync(office, s => Receipts(s).RecordAsync(Baker, letter, MessageStatus.Failed, "Flyttet", default));
        (await DoAsync(office, s => Receipts(s).SettleAsync(Baker, new(letter, "Ringet"), default)))
            .IsRefused.ShouldBeFalse();
        (await DoAsync(office, s => Sent(s).UndeliveredAsync(default))).ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task A_visit_is_reminded_of_once_for_each_time_it_has(Dialect dialect)
    {
        await using var office = await OpenAsync(dialect, new());
        var (visit, at) = (Guid.NewGuid(), office.At(1, 10));
        await DoAsync(office, s => Post(s).TellAsync(Visit(about: visit) with { Reminds = (at, 24) }, default));

        var day = office.At(3, 0);
        (await DoAsync(office, s => Sent(s).RemindedAsync(day, 24, default))).ShouldBe([(visit, at)]);
        (await DoAsync(office, s => Sent(s).RemindedAsync(day, 2, default))).ShouldBeEmpty("that one is nearer");
        await Should.ThrowAsync<Exception>(
            DoAsync(office, s => Post(s).TellAsync(Visit(about: visit) with { Reminds = (at, 24) }, default))
        );
    }

    [Fact]
    public async Task No_two_modules_have_the_same_code_of_a_message()
    {
        await using var house = await TestHouse.OnSqliteAsync();
        await using var scope = house.Scope(Actor.System);
        var codes = scope
            .ServiceProvider.GetServices<IMessageKinds>()
            .SelectMany(m => m.All)
            .Select(k => k.Code)
            .ToList();
        codes.Count.ShouldBeGreaterThan(5);
        codes.ShouldBeUnique();
    }

    private static MessageDraft Visit(Guid? about = null, MessageChannel? wanted = null, string? link = null) =>
        new(Baker, VisitWord.Visit, wanted, ("Vi kommer på besøg", $"Se tiden: {PersonalLinks.Mark}"))
        {
            About = about,
            Link = link,
        };

    private static async Task<JobOffice> OpenAsync(Dialect dialect, Visits visits)
    {
        var office = await JobOffice.OpenAsync(dialect, also: s => s.AddSingleton<IMessageKinds>(visits));
        await office.TakeInAsync(
            new RegisteredCompany(Bakery, SmallTown.BakeryCvr, "1000000001", "Prøvebageriet")
            {
                Address = "Prøvevej 2",
                PostalCode = "9999",
                Town = "Prøveby",
                Industry = "Handel",
                Sector = Sector.Private,
                Employees = 12,
            }
        );
        return office;
    }

    private static IPost Post(IServiceProvider services) => services.GetRequiredService<IPost>();

    private static ISentPost Sent(IServiceProvider services) => services.GetRequiredService<ISentPost>();

    private static IMessageReceipts Receipts(IServiceProvider services) =>
        services.GetRequiredService<IMessageReceipts>();

    private static Task<IReadOnlyList<Message>> SentAsync(JobOffice office, Party party) =>
        DoAsync(office, s => Sent(s).OfAsync(party, default));

    private static IReadOnlyList<string> Folder(JobOffice office, MessageChannel channel)
    {
        var folder = Path.Combine(office.House.Municipality.Folder, "udgaaende", channel.Code);
        return Directory.Exists(folder) ? Directory.GetFiles(folder) : [];
    }

    /// <summary>As another module's use case would: in its own transaction.</summary>
    private static async Task<T> DoAsync<T>(JobOffice office, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = office.House.Scope(Actor.System);
        var done = await scope.ServiceProvider.GetRequiredService<UnitOfWork>().RunAsync<T>(
            "VisitCompany",
            async () => await work(scope.ServiceProvider),
            default
        );
        return done.Value;
    }

    private sealed record VisitWord : CodeWord<VisitWord>
    {
        public static readonly VisitWord Visit = new("besoeg", "Besøg");

        private VisitWord(string code, string text) : base(code, text)
        {
        }
    }

    /// <summary>What a module that visits companies would bring.</summary>
    private sealed class Visits : IMessageKinds
    {
        public HashSet<Guid?> Over { get; } = [];

        public IReadOnlyList<ICodeWord> All => VisitWord.All;

        public Task<bool> HoldsAsync(MessageSubject subject, DateTimeOffset now, CancellationToken ct) =>
            Task.FromResult(!Over.Contains(subject.About));
    }
}
