create table connectors (
  id text not null primary key, is_on integer not null, changed_at integer not null, changed_by text not null, version integer not null);
