create table outbox (
  event_id blob not null, handler text not null, event text not null, payload text not null, published_at integer not null, use_case text not null,
  reference text not null, attempts integer not null, next_at integer not null, leased_until integer, done_at integer, dead_at integer, problem text,
  primary key (event_id, handler));
create index outbox_due on outbox (next_at) where done_at is null and dead_at is null;

create table jobs (
  name text not null primary key, next_at integer not null, leased_until integer, started_at integer, done_at integer, attempts integer not null, problem text);

create table files (
  id blob not null primary key, name text not null, kind text not null, bytes integer not null, sha256 blob not null, stored_name text not null unique,
  stored_at integer not null, stored_by blob);
