create table plans (
  id blob not null primary key, municipality text, title text not null, slogan text, period_from integer not null, period_to integer not null,
  cross_cutting_goal integer, cross_cutting_note text, source text not null, imported_at integer not null, replaced_at integer, version integer not null);

create table plan_goals (id blob not null primary key, plan_id blob not null references plans (id), number integer not null, text text not null);
create unique index plan_goals_plan on plan_goals (plan_id, number);

create table plan_themes (
  id blob not null primary key, plan_id blob not null references plans (id), position integer not null, key text not null, title text not null,
  ambition text, goals text not null);
create unique index plan_themes_plan on plan_themes (plan_id, key);

create table plan_principles (
  id blob not null primary key, plan_id blob not null references plans (id), kind text not null, position integer not null, title text not null, text text);
create index plan_principles_plan on plan_principles (plan_id);

-- Everything as printed; null where the plan prints nothing.
create table plan_measures (
  id blob not null primary key, plan_id blob not null references plans (id), theme_id blob not null references plan_themes (id), position integer not null,
  key text not null, parent_key text, text text not null, indicator text not null, comparator text not null, value text, unit text, reference_kind text,
  reference_value text, "offset" text, period text, period_kind text, deadline text, baseline text, baseline_date text, condition text, exclusion text,
  soft_goal text, data_source text, tied_to text, tied_by_hand integer not null, tie_reason text, version integer not null);
create unique index plan_measures_plan on plan_measures (plan_id, key);

-- Figures of other areas: loaded, never computed here.
create table comparison_values (
  id blob not null primary key, indicator_id text not null, area text not null, first_day text not null, last_day text not null, value text not null,
  source text not null, loaded_at integer not null, version integer not null);
create unique index comparison_values_period on comparison_values (indicator_id, area, first_day, last_day);

create table figure_annexes (
  id blob not null primary key, plan_id blob not null references plans (id), plan_title text not null, as_of text not null, data_date text not null,
  data_version text not null, frozen_at integer not null, frozen_by blob);

create table frozen_figures (
  id blob not null primary key, annex_id blob not null references figure_annexes (id), position integer not null, measure_id blob not null,
  indicator_id text, indicator_version integer, content text not null);
create index frozen_figures_annex on frozen_figures (annex_id, position);
