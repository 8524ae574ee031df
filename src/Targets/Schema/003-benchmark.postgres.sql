-- The ministry's benchmark of municipalities (jobindsats Y30R21), as published.
create table benchmark_rows (
  id uuid not null primary key, area text not null, year integer not null, quarter integer not null, benefit_group text not null, expected integer not null,
  actual integer not null, difference integer not null, expected_share numeric not null, actual_share numeric not null, difference_share numeric not null, rank integer,
  source text not null, loaded_at timestamptz not null, version integer not null);
create unique index benchmark_rows_place on benchmark_rows (year, quarter, benefit_group, area);
