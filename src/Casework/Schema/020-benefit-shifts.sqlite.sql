-- A shift of benefit with what was before it, so that it can be undone.
create table benefit_shifts (
  id blob not null primary key, citizen_id blob not null references citizens (id), benefit_before integer not null, benefit integer not null, group_before integer, target_group integer not null,
  from_day text not null, made_at integer not null, made_by text not null, undone_at integer, version integer not null);
create index benefit_shifts_citizen on benefit_shifts (citizen_id, made_at);
