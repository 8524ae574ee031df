-- Which department (forvaltningsområde) a team works for; a team that is not here works with employment.
create table team_departments (team_id uuid not null primary key references teams (id), department text not null);

-- A team of another department that takes part in a citizen's plan, by the citizen's consent of a day.
create table plan_partners (
  id uuid not null primary key, citizen_id uuid not null references citizens (id), team_id uuid not null references teams (id), purpose text not null, consent_on date not null,
  added_at timestamptz not null, added_by text not null, ended_at timestamptz, version integer not null);
create index plan_partners_citizen on plan_partners (citizen_id, ended_at);
create index plan_partners_team on plan_partners (team_id, ended_at);

alter table my_plan_steps add column shared boolean not null default true;
alter table my_plan_steps add column company text;
alter table my_plan_steps add column company_id uuid;
alter table my_plan_steps add column education text;
-- Since when the citizen's last word in the step's thread waits for an answer.
alter table my_plan_steps add column unanswered_at timestamptz;
create index my_plan_steps_unanswered on my_plan_steps (citizen_id) where unanswered_at is not null;

-- A step's thread and history: what was said, and what was changed by whom.
create table my_plan_entries (
  id uuid not null primary key, step_id uuid not null references my_plan_steps (id) deferrable initially deferred, citizen_id uuid not null references citizens (id), kind text not null,
  text text not null, at timestamptz not null, author text not null, by_citizen boolean not null, version integer not null);
create index my_plan_entries_step on my_plan_entries (step_id, at);
