using Virker.Insight;

namespace Virker.Companies;

internal sealed class ContactFigures : IFigures
{
    public FigureArea Area => CompanyFigures.Companies;

    public IReadOnlyList<Indicator> All { get; } =
        [
            new(
                "virksomheder.besoeg",
                "Virksomhedsbesøg",
                "kontakter",
                1,
                new Events(new FactSet(ContactFacts.Table).With(ContactFacts.Kind, CompanyContactKind.Visit.Code))
            )
            {
                CountsPersons = false,
                Source = CompanySources.Cases,
                Rhythm = Rhythm.TwelveMonths,
                Words = ["virksomhedsbesøg"],
            },
        ];
}
