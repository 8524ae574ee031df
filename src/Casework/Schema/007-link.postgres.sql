-- When the citizen last changed or answered the step themselves.
alter table my_plan_steps add column answered_at timestamptz;
