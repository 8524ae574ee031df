create table waiting_list (
  id blob not null primary key, citizen_id blob not null references citizens (id), meeting_id blob not null references meetings (id), joined_at integer not null, by_citizen integer not null, left_at integer,
  left_why text, version integer not null);
create unique index waiting_list_meeting on waiting_list (meeting_id) where left_at is null;
create index waiting_list_open on waiting_list (left_at, joined_at);

-- An earlier time that is held for one citizen until it is answered or the offer ends.
create table slot_offers (
  id blob not null primary key, waiting_id blob not null references waiting_list (id), citizen_id blob not null references citizens (id), worker_id blob not null references workers (user_id), at integer not null,
  minutes integer not null, made_at integer not null, ends_at integer not null, state text not null, answered_at integer, link_index blob, version integer not null);
create index slot_offers_worker on slot_offers (worker_id, at);
create index slot_offers_waiting on slot_offers (waiting_id, made_at);
create unique index slot_offers_link on slot_offers (link_index);
create unique index slot_offers_one on slot_offers (worker_id, at) where state = 'tilbudt';

-- A colleague or a team that is asked to open times.
create table slot_requests (
  id blob not null primary key, asked_by blob not null, asker text not null, worker_id blob references workers (user_id), team_id blob not null references teams (id), from_day text not null, to_day text not null,
  wanted integer not null, note text not null, made_at integer not null, answered_at integer, answered_by text, opened integer, reason text, seen_at integer, version integer not null);
create index slot_requests_team on slot_requests (team_id, answered_at);
create index slot_requests_asker on slot_requests (asked_by, seen_at);
