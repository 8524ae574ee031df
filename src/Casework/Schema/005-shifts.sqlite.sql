alter table case_assignments add column reason text;
alter table case_assignments add column handover text;

-- What is known about somebody's way to work: barriers, strengths, education, licences, languages, wishes. Ended and not deleted when it no longer holds.
create table profile_items (
  id blob not null primary key, citizen_id blob not null references citizens (id), kind text not null, text text not null, made_at integer not null, made_by text not null,
  ended_at integer, version integer not null);
create index profile_items_citizen on profile_items (citizen_id, ended_at);
