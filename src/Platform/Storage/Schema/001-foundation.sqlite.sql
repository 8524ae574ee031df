create table chain_heads (name text not null primary key, sequence integer not null, hash blob not null);
insert into chain_heads (name, sequence, hash) values ('access_log', 0, zeroblob(32)), ('journal', 0, zeroblob(32));

create table access_log (
  sequence integer not null primary key, at integer not null, user_id blob, actor text not null, role text, citizen_id blob not null,
  use_case text not null, purpose text not null, reason text, review integer not null, reference text not null, hash blob not null);
create index access_log_citizen on access_log (citizen_id, at);
create index access_log_user on access_log (user_id, at);

create table journal (
  sequence integer not null primary key, at integer not null, user_id blob, actor text not null, use_case text not null, reference text not null,
  entity text not null, entity_id text not null, citizen_id blob, kind text not null, before text, after text, hash blob not null);
create index journal_entity on journal (entity, entity_id);
create index journal_citizen on journal (citizen_id, at);

create table stated_reasons (
  id blob not null primary key, user_id blob not null, citizen_id blob not null, reason text not null, stated_at integer not null, until integer not null);
create index stated_reasons_user on stated_reasons (user_id, citizen_id, until);

create table idempotency (key blob not null primary key, use_case text not null, user_id blob, request_hash blob not null, result text not null, at integer not null);
