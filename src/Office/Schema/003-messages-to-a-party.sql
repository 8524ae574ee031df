-- A message is to a citizen or to a company. What it is about is whatever a module booked, and what it was written for
-- is a module's own, so nothing refers to either.
create table messages_anew (
  id {id} not null primary key, citizen_id {id} references citizens (id), company_id {id}, about_id {id}, cause_id {id},
  kind {text} not null, channel {text} not null, subject {text} not null, text {text} not null, link {text},
  note {text}, status {text} not null, made_at {instant} not null, next_at {instant} not null,
  attempts {number} not null, carrier {text}, laid_at {instant}, sent_at {instant}, delivered_at {instant},
  read_at {instant}, failed_at {instant}, problem {text}, recorded_by {text}, settled_at {instant},
  settled_how {text}, about_at {instant}, lead_hours {number}, version {number} not null,
  check ((citizen_id is null) <> (company_id is null)));
insert into messages_anew (
  id, citizen_id, about_id, cause_id, kind, channel, subject, text, link, note, status, made_at, next_at, attempts,
  carrier, laid_at, sent_at, delivered_at, read_at, failed_at, problem, recorded_by, settled_at, settled_how,
  about_at, lead_hours, version)
  select id, citizen_id, meeting_id, call_up_id, kind, channel, subject, text, link, note, status, made_at, next_at,
  attempts, carrier, laid_at, sent_at, delivered_at, read_at, failed_at, problem, recorded_by, settled_at,
  settled_how, about_at, lead_hours, version
  from messages;
drop table messages;
alter table messages_anew rename to messages;
create index messages_citizen on messages (citizen_id, made_at);
create index messages_company on messages (company_id, made_at);
create index messages_due on messages (status, next_at);
create index messages_about on messages (about_id);
-- A reminder of the same time so many hours before it is made once, whoever asks.
create unique index messages_reminder on messages (about_id, about_at, lead_hours);
