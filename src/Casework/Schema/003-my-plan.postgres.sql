create table my_plan_steps (
  id uuid not null primary key, citizen_id uuid not null references citizens (id), kind text not null, title text not null, status text not null, owner text not null,
  area text not null, hours_per_week integer, from_day date, to_day date, agreed_at timestamptz, agreed_by text, notice text, read_at timestamptz, meeting_id uuid references meetings (id),
  made_at timestamptz not null, made_by text not null, changed_at timestamptz not null, version integer not null);
create index my_plan_steps_citizen on my_plan_steps (citizen_id, status);
create index my_plan_steps_due on my_plan_steps (status, to_day);

create table my_plan_goals (
  id uuid not null primary key, citizen_id uuid not null references citizens (id), text text not null, from_day date not null, to_day date, made_by text not null, version integer not null);
create index my_plan_goals_citizen on my_plan_goals (citizen_id, from_day);
