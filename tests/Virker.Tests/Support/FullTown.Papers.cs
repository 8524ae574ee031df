using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Virker.Committee;
using Virker.Platform;
using Virker.Tests.Committee;

namespace Virker.Tests.Support;

/// <summary>A paper that was handed in and read, and the committee as the public's data has it.</summary>
internal sealed partial class FullTown
{
    private async Task ReadAsync()
    {
        using var paper = new MemoryStream(Encoding.UTF8.GetBytes(ReadingRoom.Minutes));
        var read = (
            await DoneAsync(_people[Role.Clerk], new UploadPapers([new("referat.txt", paper)]))
        ).Added.ShouldHaveSingleItem();
        await using var scope = web.Scope(Actor.System);
        (
            await scope.ServiceProvider.GetServices<IJob>().Single(j => j.Name == ReadPapers.JobName).RunAsync()
        ).Refusal.ShouldBeNull();
        Name(read.Value, "læsning", "/udvalg/laesninger/");
        var committee = await scope
            .ServiceProvider.GetRequiredService<VirkerContext>()
            .Set<CommitteeMeetingRow>()
            .Where(m => m.Id == council.Published)
            .Select(m => m.CommitteeId)
            .SingleAsync();
        Name(committee.Value, "udvalg", "/politik/udvalg/");
    }
}
