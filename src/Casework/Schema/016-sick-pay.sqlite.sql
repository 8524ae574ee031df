-- What a sick pay case's follow-up stands on. One for each first day of absence; the newest counts.
create table sick_cases (
  id blob not null primary key, citizen_id blob not null references citizens (id), absent_from text not null, category integer, employed integer not null, employer text, company_id blob,
  ordinary_hours integer, citizen_expects_soon integer not null, employer_expects_soon integer not null, early_on text, early_by text, changed_at integer not null, changed_by text not null, version integer not null);
create unique index sick_cases_citizen on sick_cases (citizen_id, absent_from);
create index sick_cases_company on sick_cases (company_id);

-- A scheme (indsats for en kreds) whose participants are marked, so that its effect can be measured later.
create table schemes (id blob not null primary key, name text not null, purpose text not null, from_day text not null, to_day text, one_worker integer not null, version integer not null);

create table scheme_participants (
  id blob not null primary key, scheme_id blob not null references schemes (id), citizen_id blob not null references citizens (id), from_day text not null, to_day text, reason text not null,
  marked_at integer not null, marked_by text not null, end_reason text, version integer not null);
create index scheme_participants_scheme on scheme_participants (scheme_id, from_day);
create index scheme_participants_citizen on scheme_participants (citizen_id, from_day);
