alter table meetings add column minutes integer not null default 45;
alter table meetings add column holder text not null default 'kommune';
alter table meetings add column room_id blob;
alter table meetings add column interpreter_id blob;
alter table meetings add column end_reason text;
alter table meetings add column booked_by_citizen integer not null default 0;

alter table notes add column meeting_id blob;
alter table notes add column shared_at integer;
-- What the check of the text had found when the writer shared the note all the same.
alter table notes add column shared_despite text;

create table resources (
  id blob not null primary key, kind text not null, name text not null, place text, language text, team_id blob references teams (id), version integer not null);
create index resources_kind on resources (kind, language);

-- A quarter of an hour that somebody or something is taken for: a worker, a citizen, a room, an interpreter. The key is what makes a double booking impossible.
create table booked_times (
  resource_id blob not null, at integer not null, meeting_id blob not null references meetings (id) deferrable initially deferred, primary key (resource_id, at)) without rowid;
create index booked_times_meeting on booked_times (meeting_id);

create table slots (
  id blob not null primary key, worker_id blob not null references workers (user_id), at integer not null, minutes integer not null, kind text, version integer not null);
create unique index slots_worker on slots (worker_id, at);

create table worker_absences (
  id blob not null primary key, worker_id blob not null references workers (user_id), from_at integer not null, to_at integer not null, reason text not null, version integer not null);
create index worker_absences_worker on worker_absences (worker_id, to_at);

create table call_ups (
  id blob not null primary key, citizen_id blob not null references citizens (id), meeting_id blob references meetings (id), channel text not null, reason text not null,
  mandatory integer not null, made_at integer not null, book_from text, book_by text, delivery text not null, delivered_at integer, link_index blob, version integer not null);
create index call_ups_citizen on call_ups (citizen_id, made_at);
create index call_ups_meeting on call_ups (meeting_id);
create unique index call_ups_link on call_ups (link_index);

create table drafts (
  user_id blob not null, meeting_id blob not null references meetings (id), citizen_id blob not null references citizens (id), fields text not null, saved_at integer not null,
  primary key (user_id, meeting_id));
