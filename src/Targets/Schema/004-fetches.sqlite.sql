-- How the last fetch from each outside source went.
create table official_fetches (
  source text not null primary key, tried_at integer not null, done_at integer, problem text, added integer not null, revised integer not null, version integer not null);
create index comparison_values_day on comparison_values (last_day, indicator_id);
