-- Which department (forvaltningsområde) a team works for; a team that is not here works with employment.
create table team_departments (team_id blob not null primary key references teams (id), department text not null);

-- A team of another department that takes part in a citizen's plan, by the citizen's consent of a day.
create table plan_partners (
  id blob not null primary key, citizen_id blob not null references citizens (id), team_id blob not null references teams (id), purpose text not null, consent_on text not null,
  added_at integer not null, added_by text not null, ended_at integer, version integer not null);
create index plan_partners_citizen on plan_partners (citizen_id, ended_at);
create index plan_partners_team on plan_partners (team_id, ended_at);

alter table my_plan_steps add column shared integer not null default 1;
alter table my_plan_steps add column company text;
alter table my_plan_steps add column company_id blob;
alter table my_plan_steps add column education text;
-- Since when the citizen's last word in the step's thread waits for an answer.
alter table my_plan_steps add column unanswered_at integer;
create index my_plan_steps_unanswered on my_plan_steps (citizen_id) where unanswered_at is not null;

-- A step's thread and history: what was said, and what was changed by whom.
create table my_plan_entries (
  id blob not null primary key, step_id blob not null references my_plan_steps (id) deferrable initially deferred, citizen_id blob not null references citizens (id), kind text not null,
  text text not null, at integer not null, author text not null, by_citizen integer not null, version integer not null);
create index my_plan_entries_step on my_plan_entries (step_id, at);
