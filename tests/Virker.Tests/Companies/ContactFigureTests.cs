using Virker.Companies;
using Virker.Insight;
using Virker.Tests.Support;

namespace Virker.Tests.Companies;

public sealed class ContactFigureTests
{
    private static readonly DateOnly DataDate = new(2024, 6, 30);

    [Fact]
    public void Visits_of_twelve_months_are_counted_and_calls_and_older_ones_are_not()
    {
        var rows = new FactTableBuilder(ContactFacts.Table);
        foreach (
            var (company, day, kind) in new[]
            {
                (0, new DateOnly(2023, 6, 30), CompanyContactKind.Visit),
                (0, new DateOnly(2023, 7, 1), CompanyContactKind.Visit),
                (0, new DateOnly(2024, 6, 30), CompanyContactKind.Visit),
                (1, new DateOnly(2024, 1, 15), CompanyContactKind.Phone),
                (1, new DateOnly(2024, 1, 16), CompanyContactKind.Visit),
            }
        )
            rows.Event(company, day).Set(ContactFacts.Kind, kind.Code);
        var (figure, store) = (
            HouseCatalogue.It.Get("virksomheder.besoeg"),
            new FactStore(DataDate, "1", [rows.Build()])
        );
        figure.Evaluate(store, figure.LatestPeriod(store)).Value!.Value.ShouldBe(new Fraction(3, 1));
        figure.Definition.ShouldBe("Kontakter ved besøg med virksomheder i perioden.");
    }
}
