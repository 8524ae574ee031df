-- What is told to a citizen: a call-up, a change, a cancellation, a reminder. The link is sealed, and gone once the message is sent.
create table messages (
  id uuid not null primary key, citizen_id uuid not null references citizens (id), meeting_id uuid references meetings (id), call_up_id uuid references call_ups (id), kind text not null,
  channel text not null, subject text not null, text text not null, link text, note text, status text not null, made_at timestamptz not null, next_at timestamptz not null, attempts integer not null,
  carrier text, sent_at timestamptz, delivered_at timestamptz, read_at timestamptz, failed_at timestamptz, problem text, settled_at timestamptz, settled_how text, about_at timestamptz, lead_hours integer, version integer not null);
create index messages_citizen on messages (citizen_id, made_at);
create index messages_due on messages (status, next_at);
create index messages_meeting on messages (meeting_id);
-- A reminder of the same time so many hours before it is made once, whoever asks.
create unique index messages_reminder on messages (meeting_id, about_at, lead_hours);

-- How a citizen may be reached; nobody is listed who has not said anything.
create table contact_wishes (
  citizen_id uuid not null primary key references citizens (id), without_digital_post boolean not null, no_texts boolean not null, changed_at timestamptz not null, changed_by text not null, version integer not null);

-- What the municipality itself decides, with the day it holds from.
create table municipal_choices (name text not null, from_day date not null, value integer not null, set_at timestamptz not null, set_by text not null, primary key (name, from_day));

create table closing_days (day date not null primary key, name text not null);
