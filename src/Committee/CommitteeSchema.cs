using Microsoft.EntityFrameworkCore;
using Virker.Platform;

namespace Virker.Committee;

internal sealed class CommitteeSchema : IModuleSchema
{
    public string Module => "Committee";

    public int Tier => 4;

    public void Configure(ModelBuilder model)
    {
        ConfigureMeetings(model);
        ConfigureItems(model);
        ConfigureDecisions(model);
        ConfigureReadings(model);
        ConfigureOrder(model);
        model.Entity<PublicationRow>(row =>
        {
            row.ToTable("committee_publications").HasKey(r => r.Id);
            row.Property(r => r.Kind).HasConversion<string>();
        });
        model
            .Entity<PublishedAttachmentRow>()
            .ToTable("committee_published_attachments")
            .HasKey(r => new { r.PublicationId, r.AttachmentId });
    }

    private static void ConfigureMeetings(ModelBuilder model)
    {
        model.Entity<CommitteeRow>().ToTable("committees").HasKey(r => r.Id);
        model.Entity<CommitteeMemberRow>(row =>
        {
            row.ToTable("committee_members").HasKey(r => r.Id);
            row.Property(r => r.Role).HasConversion<string>();
        });
        model.Entity<CommitteeMeetingRow>(row =>
        {
            row.ToTable("committee_meetings").HasKey(r => r.Id);
            row.Property(r => r.State).HasConversion<string>();
        });
        model.Entity<AttendanceRow>(row =>
        {
            row.ToTable("committee_attendance").HasKey(r => new { r.MeetingId, r.Position });
            row.Property(r => r.Role).HasConversion<string>();
        });
        model.Entity<ReadingNoteRow>().ToTable("committee_reading_notes").HasKey(r => new { r.MeetingId, r.Position });
    }

    private static void ConfigureItems(ModelBuilder model)
    {
        model.Entity<CommitteeCaseRow>().ToTable("committee_cases").HasKey(r => r.Id);
        model.Entity<AgendaItemRow>().ToTable("agenda_items").HasKey(r => r.Id);
        model.Entity<ItemSectionRow>().ToTable("agenda_item_sections").HasKey(r => new { r.ItemId, r.Position });
        model
            .Entity<RecommendationPointRow>()
            .ToTable("agenda_item_recommendations")
            .HasKey(r => new { r.ItemId, r.Number });
        model.Entity<ItemGuestRow>().ToTable("agenda_item_guests").HasKey(r => new { r.ItemId, r.Position });
        model.Entity<AttachmentRow>().ToTable("agenda_item_attachments").HasKey(r => r.Id);
        model.Entity<ItemTableRow>().ToTable("agenda_item_tables").HasKey(r => new { r.ItemId, r.Position });
        model.Entity<ItemExclusionRow>().ToTable("agenda_item_exclusions").HasKey(r => new { r.ItemId, r.MemberId });
        model.Entity<FrozenDocumentRow>().ToTable("committee_frozen_documents").HasKey(r => r.Id);
    }

    private static void ConfigureDecisions(ModelBuilder model)
    {
        model.Entity<DecisionRow>().ToTable("committee_decisions").HasKey(r => r.Id);
        model
            .Entity<DecisionAbsenceRow>()
            .ToTable("committee_decision_absences")
            .HasKey(r => new { r.DecisionId, r.Position });
        model.Entity<RemarkRow>().ToTable("committee_remarks").HasKey(r => new { r.ItemId, r.Position });
        model.Entity<FollowUpRow>(row =>
        {
            row.ToTable("committee_follow_ups").HasKey(r => r.Id);
            row.Property(r => r.State).HasConversion<string>();
        });
        model
            .Entity<FollowUpOnAgendaRow>()
            .ToTable("committee_follow_ups_on_agenda")
            .HasKey(r => new { r.ItemId, r.FollowUpId });
    }

    private static void ConfigureReadings(ModelBuilder model)
    {
        model.Entity<ReadingRow>(row =>
        {
            row.ToTable("committee_readings").HasKey(r => r.Id);
            row.Property(r => r.State).HasConversion<string>();
        });
        model.Entity<ReadingTextRow>().ToTable("committee_reading_texts").HasKey(r => r.ReadingId);
        model.Entity<ReadingCorrectionRow>().ToTable("committee_reading_corrections")
            .HasKey(r => new { r.ReadingId, r.Path });
        Refers<ReadingTextRow, ReadingRow>(model, nameof(ReadingTextRow.ReadingId));
        Refers<ReadingCorrectionRow, ReadingRow>(model, nameof(ReadingCorrectionRow.ReadingId));
    }

    /// <summary>
    /// What refers to what, so that rows are written in an order that foreign keys accept. Nothing is deleted along.
    /// </summary>
    private static void ConfigureOrder(ModelBuilder model)
    {
        Refers<CommitteeMemberRow, CommitteeRow>(model, nameof(CommitteeMemberRow.CommitteeId));
        Refers<CommitteeMeetingRow, CommitteeRow>(model, nameof(CommitteeMeetingRow.CommitteeId));
        Refers<CommitteeCaseRow, CommitteeRow>(model, nameof(CommitteeCaseRow.CommitteeId));
        Refers<AttendanceRow, CommitteeMeetingRow>(model, nameof(AttendanceRow.MeetingId));
        Refers<AttendanceRow, CommitteeMemberRow>(model, nameof(AttendanceRow.MemberId));
        Refers<ReadingNoteRow, CommitteeMeetingRow>(model, nameof(ReadingNoteRow.MeetingId));
        Refers<AgendaItemRow, CommitteeMeetingRow>(model, nameof(AgendaItemRow.MeetingId));
        Refers<AgendaItemRow, CommitteeCaseRow>(model, nameof(AgendaItemRow.CaseId));
        Refers<AgendaItemRow, AgendaItemRow>(model, nameof(AgendaItemRow.CarriedFrom));
        Refers<ItemSectionRow, AgendaItemRow>(model, nameof(ItemSectionRow.ItemId));
        Refers<RecommendationPointRow, AgendaItemRow>(model, nameof(RecommendationPointRow.ItemId));
        Refers<ItemGuestRow, AgendaItemRow>(model, nameof(ItemGuestRow.ItemId));
        Refers<ItemTableRow, AgendaItemRow>(model, nameof(ItemTableRow.ItemId));
        Refers<AttachmentRow, AgendaItemRow>(model, nameof(AttachmentRow.ItemId));
        Refers<AttachmentRow, FrozenDocumentRow>(model, nameof(AttachmentRow.FrozenId));
        Refers<ItemExclusionRow, AgendaItemRow>(model, nameof(ItemExclusionRow.ItemId));
        Refers<ItemExclusionRow, CommitteeMemberRow>(model, nameof(ItemExclusionRow.MemberId));
        Refers<DecisionRow, AgendaItemRow>(model, nameof(DecisionRow.ItemId));
        Refers<DecisionAbsenceRow, DecisionRow>(model, nameof(DecisionAbsenceRow.DecisionId));
        Refers<RemarkRow, AgendaItemRow>(model, nameof(RemarkRow.ItemId));
        Refers<FollowUpRow, CommitteeRow>(model, nameof(FollowUpRow.CommitteeId));
        Refers<FollowUpRow, AgendaItemRow>(model, nameof(FollowUpRow.ItemId));
        Refers<FollowUpRow, AgendaItemRow>(model, nameof(FollowUpRow.ReportedAtItemId));
        Refers<FollowUpOnAgendaRow, AgendaItemRow>(model, nameof(FollowUpOnAgendaRow.ItemId));
        Refers<FollowUpOnAgendaRow, FollowUpRow>(model, nameof(FollowUpOnAgendaRow.FollowUpId));
        Refers<PublicationRow, CommitteeMeetingRow>(model, nameof(PublicationRow.MeetingId));
        Refers<PublicationRow, CommitteeRow>(model, nameof(PublicationRow.CommitteeId));
        Refers<PublishedAttachmentRow, PublicationRow>(model, nameof(PublishedAttachmentRow.PublicationId));
        Refers<PublishedAttachmentRow, FrozenDocumentRow>(model, nameof(PublishedAttachmentRow.FrozenId));
    }

    private static void Refers<TFrom, TTo>(ModelBuilder model, string column) where TFrom : class where TTo : class =>
        model.Entity<TFrom>().HasOne<TTo>().WithMany().HasForeignKey(column).OnDelete(DeleteBehavior.Restrict);
}
