create table teams (id blob not null primary key, name text not null, area text not null);

create table workers (user_id blob not null primary key, team_id blob not null references teams (id), name text not null, title text not null);
create index workers_team on workers (team_id);

-- address_protected: null is unknown and counts as protected.
create table citizens (
  id blob not null primary key, cpr_sealed blob not null, cpr_index blob not null, given_name text not null, family_name text not null,
  search_name text not null, born text not null, sex integer not null, address text, postal_code text, town text, phone text, email text,
  address_protected integer, origin text not null, residence_from text not null, residence_to text, education integer not null,
  interpreter_language text, version integer not null);
create unique index citizens_cpr on citizens (cpr_index);
create index citizens_name on citizens (search_name);

create table cases (
  id blob not null primary key, citizen_id blob not null references citizens (id), worker_id blob, team_id blob not null references teams (id),
  opened text not null, closed text, version integer not null);
create unique index cases_running on cases (citizen_id) where closed is null;
create index cases_team on cases (team_id, closed);
create index cases_worker on cases (worker_id, closed);

create table case_assignments (
  id integer not null primary key, case_id blob not null references cases (id), worker_id blob not null, team_id blob not null references teams (id),
  from_day text not null, to_day text);
create index case_assignments_case on case_assignments (case_id, from_day);

create table benefit_spells (
  id integer not null primary key, citizen_id blob not null references citizens (id), benefit integer not null, from_day text not null, to_day text);
create index benefit_spells_citizen on benefit_spells (citizen_id, from_day);

create table target_group_spells (
  id integer not null primary key, citizen_id blob not null references citizens (id), target_group integer not null, from_day text not null, to_day text);
create index target_group_spells_citizen on target_group_spells (citizen_id, from_day);

create table meetings (
  id blob not null primary key, citizen_id blob not null references citizens (id), worker_id blob, at integer not null, kind text not null,
  channel text not null, status text not null, note text, version integer not null);
create index meetings_citizen on meetings (citizen_id, at);
create index meetings_worker on meetings (worker_id, at);

create table interventions (
  id blob not null primary key, citizen_id blob not null references citizens (id), kind text not null, workplace text, company_id blob,
  from_day text not null, to_day text, hours_per_week integer, version integer not null);
create index interventions_citizen on interventions (citizen_id, from_day);

create table paid_hours (
  citizen_id blob not null references citizens (id), month text not null, hours integer not null, primary key (citizen_id, month));

create table employment_spells (
  id integer not null primary key, citizen_id blob not null references citizens (id), company_id blob, from_day text not null, to_day text,
  hours_per_week integer not null);
create index employment_spells_citizen on employment_spells (citizen_id, from_day);

create table partial_returns (
  id integer not null primary key, citizen_id blob not null references citizens (id), from_day text not null, to_day text, hours_per_week integer not null);
create index partial_returns_citizen on partial_returns (citizen_id, from_day);

create table notes (
  id blob not null primary key, citizen_id blob not null references citizens (id), author_id blob, author text not null, written_at integer not null,
  title text not null, text text not null, version integer not null);
create index notes_citizen on notes (citizen_id, written_at);

create table sanctions (
  id blob not null primary key, citizen_id blob not null references citizens (id), decided_on text not null, kind text not null, reason text not null,
  version integer not null);
create index sanctions_citizen on sanctions (citizen_id, decided_on);

-- The day that the register is complete up to, by source; figures never look past it.
create table register_dates (source text not null primary key, last_day text not null);
