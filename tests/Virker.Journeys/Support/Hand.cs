namespace Virker.Journeys.Support;

/// <summary>
/// Counts what somebody does with the page: each press, choice and field that is typed in is one interaction.
/// </summary>
internal sealed class Hand(Visit visit)
{
    public int Interactions { get; private set; }

    public async Task PressAsync(ILocator what)
    {
        Interactions++;
        await what.ClickAsync();
        await visit.Page.WaitForLoadStateAsync();
    }

    public async Task TypeAsync(ILocator where, string text)
    {
        Interactions++;
        await where.FillAsync(text);
    }

    public async Task ChooseAsync(ILocator list, string choice)
    {
        Interactions++;
        await list.SelectOptionAsync(new SelectOptionValue { Label = choice });
    }
}
