create table budget_lines (
  year integer not null, benefit integer not null, full_time_persons integer not null, gross bigint not null, version integer not null,
  primary key (year, benefit));
