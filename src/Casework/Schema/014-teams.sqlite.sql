-- How much a case on a benefit weighs, in hundredths of a job-ready one, with the municipality's own explanation.
create table case_weights (benefit integer not null primary key, weight integer not null, why text not null, changed_at integer not null, changed_by text not null, version integer not null);

-- What a leader has set for a worker: the part of full time, and what the worker is best at.
create table worker_terms (user_id blob not null primary key, percent integer not null, speciality text not null, changed_at integer not null, changed_by text not null, version integer not null);

-- Who takes an absent worker's day, from when to when.
create table covers (
  id blob not null primary key, worker_id blob not null references workers (user_id), cover_id blob not null references workers (user_id), from_day text not null, to_day text not null,
  reason text not null, made_at integer not null, made_by text not null, ended_at integer, version integer not null);
create index covers_cover on covers (cover_id, to_day);
create index covers_worker on covers (worker_id, to_day);

-- A time that somebody keeps open for colleagues to talk a case over.
create table sparring_slots (id blob not null primary key, holder_id blob not null, at integer not null, minutes integer not null, version integer not null);
create unique index sparring_slots_holder on sparring_slots (holder_id, at);

-- A request to a colleague or leader to talk a case over. What is noted about it is no part of the case.
create table sparrings (
  id blob not null primary key, citizen_id blob not null references citizens (id), asker_id blob not null, holder_id blob not null, question text not null, asked_at integer not null,
  slot_id blob references sparring_slots (id), closed_at integer, version integer not null);
create index sparrings_asker on sparrings (asker_id, closed_at);
create index sparrings_holder on sparrings (holder_id, closed_at);
create unique index sparrings_slot on sparrings (slot_id) where slot_id is not null;

create table sparring_notes (id blob not null primary key, sparring_id blob not null references sparrings (id), author_id blob not null, author text not null, text text not null, at integer not null, version integer not null);
create index sparring_notes_sparring on sparring_notes (sparring_id, at);
