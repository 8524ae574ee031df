create table newcomers (
  id blob not null primary key, citizen_id blob not null references citizens (id), kind text not null, arrived_on text not null, quota integer not null,
  taken_over integer not null, programme_from text, programme_to text, repatriated_on text, version integer not null);
create unique index newcomers_citizen on newcomers (citizen_id);

create table result_grants (
  id integer not null primary key, citizen_id blob not null references citizens (id), kind text not null, granted_on text not null);
create index result_grants_citizen on result_grants (citizen_id, granted_on);

create table danish_courses (
  id integer not null primary key, citizen_id blob not null references citizens (id), course integer not null, from_day text not null, to_day text,
  passed_on text);
create index danish_courses_citizen on danish_courses (citizen_id, from_day);

create table newcomer_quotas (year integer not null primary key, places integer not null);
