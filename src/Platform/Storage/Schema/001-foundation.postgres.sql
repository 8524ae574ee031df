create table chain_heads (name text not null primary key, sequence bigint not null, hash bytea not null);
insert into chain_heads (name, sequence, hash) values ('access_log', 0, decode(repeat('00', 32), 'hex')), ('journal', 0, decode(repeat('00', 32), 'hex'));

create table access_log (
  sequence bigint not null primary key, at bigint not null, user_id bytea, actor text not null, role text, citizen_id bytea not null,
  use_case text not null, purpose text not null, reason text, review bigint not null, reference text not null, hash bytea not null);
create index access_log_citizen on access_log (citizen_id, at);
create index access_log_user on access_log (user_id, at);

create table journal (
  sequence bigint not null primary key, at bigint not null, user_id bytea, actor text not null, use_case text not null, reference text not null,
  entity text not null, entity_id text not null, citizen_id bytea, kind text not null, before text, after text, hash bytea not null);
create index journal_entity on journal (entity, entity_id);
create index journal_citizen on journal (citizen_id, at);

create table stated_reasons (
  id uuid not null primary key, user_id uuid not null, citizen_id uuid not null, reason text not null, stated_at timestamptz not null, until timestamptz not null);
create index stated_reasons_user on stated_reasons (user_id, citizen_id, until);

create table idempotency (key uuid not null primary key, use_case text not null, user_id uuid, request_hash bytea not null, result text not null, at timestamptz not null);
