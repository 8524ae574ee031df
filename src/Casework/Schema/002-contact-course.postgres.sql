alter table meetings add column minutes integer not null default 45;
alter table meetings add column holder text not null default 'kommune';
alter table meetings add column room_id uuid;
alter table meetings add column interpreter_id uuid;
alter table meetings add column end_reason text;
alter table meetings add column booked_by_citizen boolean not null default false;

alter table notes add column meeting_id uuid;
alter table notes add column shared_at timestamptz;
-- What the check of the text had found when the writer shared the note all the same.
alter table notes add column shared_despite text;

create table resources (
  id uuid not null primary key, kind text not null, name text not null, place text, language text, team_id uuid references teams (id), version integer not null);
create index resources_kind on resources (kind, language);

-- A quarter of an hour that somebody or something is taken for: a worker, a citizen, a room, an interpreter. The key is what makes a double booking impossible.
create table booked_times (
  resource_id uuid not null, at timestamptz not null, meeting_id uuid not null references meetings (id) deferrable initially deferred, primary key (resource_id, at));
create index booked_times_meeting on booked_times (meeting_id);

create table slots (
  id uuid not null primary key, worker_id uuid not null references workers (user_id), at timestamptz not null, minutes integer not null, kind text, version integer not null);
create unique index slots_worker on slots (worker_id, at);

create table worker_absences (
  id uuid not null primary key, worker_id uuid not null references workers (user_id), from_at timestamptz not null, to_at timestamptz not null, reason text not null, version integer not null);
create index worker_absences_worker on worker_absences (worker_id, to_at);

create table call_ups (
  id uuid not null primary key, citizen_id uuid not null references citizens (id), meeting_id uuid references meetings (id), channel text not null, reason text not null,
  mandatory boolean not null, made_at timestamptz not null, book_from date, book_by date, delivery text not null, delivered_at timestamptz, link_index bytea, version integer not null);
create index call_ups_citizen on call_ups (citizen_id, made_at);
create index call_ups_meeting on call_ups (meeting_id);
create unique index call_ups_link on call_ups (link_index);

create table drafts (
  user_id uuid not null, meeting_id uuid not null references meetings (id), citizen_id uuid not null references citizens (id), fields text not null, saved_at timestamptz not null,
  primary key (user_id, meeting_id));
