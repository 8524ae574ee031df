create table waiting_list (
  id uuid not null primary key, citizen_id uuid not null references citizens (id), meeting_id uuid not null references meetings (id), joined_at timestamptz not null, by_citizen boolean not null, left_at timestamptz,
  left_why text, version integer not null);
create unique index waiting_list_meeting on waiting_list (meeting_id) where left_at is null;
create index waiting_list_open on waiting_list (left_at, joined_at);

-- An earlier time that is held for one citizen until it is answered or the offer ends.
create table slot_offers (
  id uuid not null primary key, waiting_id uuid not null references waiting_list (id), citizen_id uuid not null references citizens (id), worker_id uuid not null references workers (user_id), at timestamptz not null,
  minutes integer not null, made_at timestamptz not null, ends_at timestamptz not null, state text not null, answered_at timestamptz, link_index bytea, version integer not null);
create index slot_offers_worker on slot_offers (worker_id, at);
create index slot_offers_waiting on slot_offers (waiting_id, made_at);
create unique index slot_offers_link on slot_offers (link_index);
create unique index slot_offers_one on slot_offers (worker_id, at) where state = 'tilbudt';

-- A colleague or a team that is asked to open times.
create table slot_requests (
  id uuid not null primary key, asked_by uuid not null, asker text not null, worker_id uuid references workers (user_id), team_id uuid not null references teams (id), from_day date not null, to_day date not null,
  wanted integer not null, note text not null, made_at timestamptz not null, answered_at timestamptz, answered_by text, opened integer, reason text, seen_at timestamptz, version integer not null);
create index slot_requests_team on slot_requests (team_id, answered_at);
create index slot_requests_asker on slot_requests (asked_by, seen_at);
