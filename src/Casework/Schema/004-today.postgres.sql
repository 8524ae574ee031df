create table case_holds (
  id uuid not null primary key, citizen_id uuid not null references citizens (id), reason text not null, note text not null, until_day date not null,
  made_at timestamptz not null, made_by text not null, lifted_at timestamptz, version integer not null);
create index case_holds_citizen on case_holds (citizen_id, lifted_at);

create table reminders (
  id uuid not null primary key, user_id uuid not null, citizen_id uuid not null references citizens (id), on_day date not null, text text not null, done_at timestamptz, version integer not null);
create index reminders_user on reminders (user_id, done_at, on_day);

create table case_marks (user_id uuid not null, citizen_id uuid not null references citizens (id), colour text not null, primary key (user_id, citizen_id));

create table saved_views (id uuid not null primary key, user_id uuid not null, name text not null, query text not null, version integer not null);
create unique index saved_views_name on saved_views (user_id, name);

create index meetings_status on meetings (status, at);
create index case_assignments_running on case_assignments (case_id, to_day);
