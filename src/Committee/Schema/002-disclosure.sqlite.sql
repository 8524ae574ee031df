-- Whether a meeting's agenda has been out, when it was announced or changed, and when it ends.
alter table committee_meetings add column agenda_out integer not null default 0;
alter table committee_meetings add column announced_at integer;
alter table committee_meetings add column ends_at text;
update committee_meetings set agenda_out = 1 where state not in ('Planned', 'AgendaDrafted', 'Cancelled')
  or exists (select 1 from committee_publications p where p.meeting_id = committee_meetings.id);

-- The last time that something was closed or opened, since what the public is given may then differ from what was published.
alter table committees add column disclosed_at integer;

-- The item of an earlier meeting whose text it took over: the two are closed and opened together.
alter table agenda_items add column carried_from blob references agenda_items (id);
create index agenda_items_closed on agenda_items (meeting_id, is_open);

-- Which items a version held, so that its correction is not told where one of them has been closed since.
alter table committee_publications add column item_ids text;
