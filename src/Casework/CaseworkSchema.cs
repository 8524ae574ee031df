using Microsoft.EntityFrameworkCore;
using Virker.Platform;

namespace Virker.Casework;

internal sealed class CaseworkSchema : IModuleSchema
{
    public string Module => "Casework";

    public int Tier => 2;

    public void Configure(ModelBuilder model)
    {
        model.Entity<TeamRow>().ToTable("teams").HasKey(r => r.Id);
        model.Entity<WorkerRow>().ToTable("workers").HasKey(r => r.UserId);
        model.Entity<CitizenRow>(citizen =>
        {
            citizen.ToTable("citizens").HasKey(r => r.Id);
            citizen.Ignore(r => r.Name).Ignore(r => r.ShownAddress);
        });
        model.Entity<CaseRow>().ToTable("cases").HasKey(r => r.Id);
        model.Entity<CaseAssignmentRow>().ToTable("case_assignments").HasKey(r => r.Id);
        model.Entity<BenefitSpellRow>().ToTable("benefit_spells").HasKey(r => r.Id);
        model.Entity<TargetGroupSpellRow>().ToTable("target_group_spells").HasKey(r => r.Id);
        model.Entity<MeetingRow>().ToTable("meetings").HasKey(r => r.Id);
        model.Entity<InterventionRow>().ToTable("interventions").HasKey(r => r.Id);
        model.Entity<PaidHoursRow>().ToTable("paid_hours").HasKey(r => new { r.CitizenId, r.Month });
        model.Entity<EmploymentSpellRow>().ToTable("employment_spells").HasKey(r => r.Id);
        model.Entity<PartialReturnRow>().ToTable("partial_returns").HasKey(r => r.Id);
        model
            .Entity<PartialReturnRow>()
            .Property(r => r.HoursPerWeek)
            .HasColumnName("minutes_per_week")
            .HasConversion<HoursToMinutes>();
        model.Entity<SanctionRow>().ToTable("sanctions").HasKey(r => r.Id);
        model.Entity<NoteRow>().ToTable("notes").HasKey(r => r.Id);
        model.Entity<RegisterDateRow>().ToTable("register_dates").HasKey(r => r.Source);
        Work(model);
        PlansAndTeams(model);
        Outward(model);
    }

    /// <summary>What is planned and what stands on a worker's list.</summary>
    private static void Work(ModelBuilder model)
    {
        model.Entity<ResourceRow>().ToTable("resources").HasKey(r => r.Id);
        model.Entity<BookedTimeRow>().ToTable("booked_times").HasKey(r => new { r.ResourceId, r.At });
        model.Entity<SlotRow>().ToTable("slots").HasKey(r => r.Id);
        model.Entity<WorkerAbsenceRow>().ToTable("worker_absences").HasKey(r => r.Id);
        model.Entity<CallUpRow>().ToTable("call_ups").HasKey(r => r.Id);
        model.Entity<DraftRow>().ToTable("drafts").HasKey(r => new { r.UserId, r.MeetingId });
        model.Entity<CaseHoldRow>().ToTable("case_holds").HasKey(r => r.Id);
        model.Entity<ReminderRow>().ToTable("reminders").HasKey(r => r.Id);
        model.Entity<CaseMarkRow>().ToTable("case_marks").HasKey(r => new { r.UserId, r.CitizenId });
        model.Entity<SavedViewRow>().ToTable("saved_views").HasKey(r => r.Id);
        model.Entity<ApplicationRow>().ToTable("applications").HasKey(r => r.Id);
    }

    private static void PlansAndTeams(ModelBuilder model)
    {
        model.Entity<PlanStepRow>().ToTable("my_plan_steps").HasKey(r => r.Id);
        model
            .Entity<PlanStepRow>()
            .Property(r => r.HoursPerWeek)
            .HasColumnName("minutes_per_week")
            .HasConversion<HoursToMinutes>();
        model.Entity<PlanGoalRow>().ToTable("my_plan_goals").HasKey(r => r.Id);
        model.Entity<ProfileItemRow>().ToTable("profile_items").HasKey(r => r.Id);
        model.Entity<PlanEntryRow>().ToTable("my_plan_entries").HasKey(r => r.Id);
        model.Entity<PlanPartnerRow>().ToTable("plan_partners").HasKey(r => r.Id);
        model.Entity<TeamDepartmentRow>().ToTable("team_departments").HasKey(r => r.TeamId);
        model.Entity<CitizenDocumentRow>().ToTable("citizen_documents").HasKey(r => r.Id);
        model.Entity<CaseWeightRow>().ToTable("case_weights").HasKey(r => r.Benefit);
        model.Entity<WorkerTermsRow>().ToTable("worker_terms").HasKey(r => r.UserId);
        model.Entity<CoverRow>().ToTable("covers").HasKey(r => r.Id);
        model.Entity<SparringSlotRow>().ToTable("sparring_slots").HasKey(r => r.Id);
        model.Entity<SparringRow>().ToTable("sparrings").HasKey(r => r.Id);
        model.Entity<SparringNoteRow>().ToTable("sparring_notes").HasKey(r => r.Id);
        model.Entity<SickCaseRow>().ToTable("sick_cases").HasKey(r => r.Id);
        model
            .Entity<SickCaseRow>()
            .Property(r => r.OrdinaryHours)
            .HasColumnName("ordinary_minutes")
            .HasConversion<HoursToMinutes>();
        model.Entity<SickReassessmentRow>().ToTable("sick_reassessments").HasKey(r => r.Id);
        model.Entity<SchemeRow>().ToTable("schemes").HasKey(r => r.Id);
        model.Entity<SchemeParticipantRow>().ToTable("scheme_participants").HasKey(r => r.Id);
        model.Entity<KnowledgeArticleRow>().ToTable("knowledge_articles").HasKey(r => r.Id);
        model.Entity<KnowledgeEditionRow>().ToTable("knowledge_editions").HasKey(r => r.Id);
    }

    /// <summary>What goes out to citizens and colleagues: messages, waiting list, calendars, questions.</summary>
    private static void Outward(ModelBuilder model)
    {
        model.Entity<MessageRow>().ToTable("messages").HasKey(r => r.Id);
        model.Entity<ContactWishRow>().ToTable("contact_wishes").HasKey(r => r.CitizenId);
        model.Entity<ChoiceRow>().ToTable("municipal_choices").HasKey(r => new { r.Name, r.FromDay });
        model.Entity<BenefitShiftRow>().ToTable("benefit_shifts").HasKey(r => r.Id);
        model.Entity<MeetingPlaceRow>().ToTable("meeting_places").HasKey(r => r.Name);
        model.Entity<ClosingDayRow>().ToTable("closing_days").HasKey(r => r.Day);
        model.Entity<WaitingRow>().ToTable("waiting_list").HasKey(r => r.Id);
        model.Entity<SlotOfferRow>().ToTable("slot_offers").HasKey(r => r.Id);
        model.Entity<SlotRequestRow>().ToTable("slot_requests").HasKey(r => r.Id);
        model.Entity<CalendarFeedRow>().ToTable("calendar_feeds").HasKey(r => r.UserId);
        model.Entity<SurveyLinkRow>().ToTable("survey_links").HasKey(r => r.LinkIndex);
        model.Entity<SurveyAnswerRow>().ToTable("survey_answers").HasKey(r => r.Id);
        model.Entity<SurveyAskedRow>().ToTable("survey_asked").HasKey(r => r.MeetingId);
        model.Entity<ObservationRow>().ToTable("observations").HasKey(r => r.Id);
    }
}
