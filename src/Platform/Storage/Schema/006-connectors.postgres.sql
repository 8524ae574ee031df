create table connectors (
  id text not null primary key, is_on boolean not null, changed_at timestamptz not null, changed_by text not null, version integer not null);
