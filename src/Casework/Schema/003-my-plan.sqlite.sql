create table my_plan_steps (
  id blob not null primary key, citizen_id blob not null references citizens (id), kind text not null, title text not null, status text not null, owner text not null,
  area text not null, hours_per_week integer, from_day text, to_day text, agreed_at integer, agreed_by text, notice text, read_at integer, meeting_id blob references meetings (id),
  made_at integer not null, made_by text not null, changed_at integer not null, version integer not null);
create index my_plan_steps_citizen on my_plan_steps (citizen_id, status);
create index my_plan_steps_due on my_plan_steps (status, to_day);

create table my_plan_goals (
  id blob not null primary key, citizen_id blob not null references citizens (id), text text not null, from_day text not null, to_day text, made_by text not null, version integer not null);
create index my_plan_goals_citizen on my_plan_goals (citizen_id, from_day);
