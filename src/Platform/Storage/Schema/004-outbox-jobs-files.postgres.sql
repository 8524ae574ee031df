create table outbox (
  event_id uuid not null, handler text not null, event text not null, payload text not null, published_at timestamptz not null, use_case text not null,
  reference text not null, attempts integer not null, next_at timestamptz not null, leased_until timestamptz, done_at timestamptz, dead_at timestamptz, problem text,
  primary key (event_id, handler));
create index outbox_due on outbox (next_at) where done_at is null and dead_at is null;

create table jobs (
  name text not null primary key, next_at timestamptz not null, leased_until timestamptz, started_at timestamptz, done_at timestamptz, attempts integer not null, problem text);

create table files (
  id uuid not null primary key, name text not null, kind text not null, bytes bigint not null, sha256 bytea not null, stored_name text not null unique,
  stored_at timestamptz not null, stored_by uuid);
