-- What is told to a citizen: a call-up, a change, a cancellation, a reminder. The link is sealed, and gone once the message is sent.
create table messages (
  id blob not null primary key, citizen_id blob not null references citizens (id), meeting_id blob references meetings (id), call_up_id blob references call_ups (id), kind text not null,
  channel text not null, subject text not null, text text not null, link text, note text, status text not null, made_at integer not null, next_at integer not null, attempts integer not null,
  carrier text, sent_at integer, delivered_at integer, read_at integer, failed_at integer, problem text, settled_at integer, settled_how text, about_at integer, lead_hours integer, version integer not null);
create index messages_citizen on messages (citizen_id, made_at);
create index messages_due on messages (status, next_at);
create index messages_meeting on messages (meeting_id);
-- A reminder of the same time so many hours before it is made once, whoever asks.
create unique index messages_reminder on messages (meeting_id, about_at, lead_hours);

-- How a citizen may be reached; nobody is listed who has not said anything.
create table contact_wishes (
  citizen_id blob not null primary key references citizens (id), without_digital_post integer not null, no_texts integer not null, changed_at integer not null, changed_by text not null, version integer not null);

-- What the municipality itself decides, with the day it holds from.
create table municipal_choices (name text not null, from_day text not null, value integer not null, set_at integer not null, set_by text not null, primary key (name, from_day));

create table closing_days (day text not null primary key, name text not null);
