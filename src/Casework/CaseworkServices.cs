using Microsoft.Extensions.DependencyInjection;
using Virker.Insight;
using Virker.Platform;

namespace Virker.Casework;

internal sealed class CaseworkServices : IModuleServices
{
    public void Add(IServiceCollection services)
    {
        services
            .AddScoped<ICitizenRelations, CaseRelations>()
            .AddScoped<ICitizenNames, CitizenNames>()
            .AddScoped<IPersonRegister, PersonRegister>()
            .AddScoped<IBenefitHistories, BenefitHistories>()
            .AddScoped<ICompanyPlacements, CompanyPlacements>()
            .AddScoped<ICaseHistories, CaseHistories>();
        services
            .AddScoped<IFactSource, PersonFacts>()
            .AddScoped<IFactSource, BenefitFacts>()
            .AddScoped<IFactSource, WorkFacts>()
            .AddScoped<IFactSource, CourseFacts>()
            .AddScoped<IFactSource, CaseFacts>()
            .AddScoped<IFactSource, DueConversationFacts>()
            .AddScoped<IFactSource, WorkDutyFacts>()
            .AddScoped<IFactSource, SchemeFacts>()
            .AddScoped<IFactSource, SurveyFacts>();
        services
            .AddScoped<CourseReader>()
            .AddScoped<Calendar>()
            .AddScoped<Bookings>()
            .AddScoped<Appointments>()
            .AddScoped<SlotReader>()
            .AddScoped<PlanSteps>()
            .AddScoped<OwnPlans>()
            .AddScoped<PlanSight>()
            .AddScoped<ColleagueReader>()
            .AddScoped<ConversationPreparation>();
        services
            .AddSingleton<DayShelves>()
            .AddScoped(p => p.GetRequiredService<DayShelves>().Of(p.GetRequiredService<CurrentMunicipality>().Value))
            .AddScoped<DayBook>()
            .AddScoped<OwnMarks>();
        services
            .AddScoped<TodayReader>()
            .AddScoped<SituationReader>()
            .AddScoped<VisitationAdvice>()
            .AddScoped<IntakeReader>();
        services
            .AddScoped<Messages>()
            .AddScoped<MunicipalChoices>()
            .AddScoped<WaitingList>()
            .AddScoped<SlotOffers>()
            .AddScoped<LinkAddresses>();
    }
}
