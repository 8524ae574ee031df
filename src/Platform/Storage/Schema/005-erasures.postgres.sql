create table erasures (
  id uuid not null primary key, at timestamptz not null, table_name text not null, column_name text not null, value text not null, why text not null);
create index erasures_at on erasures (at);
