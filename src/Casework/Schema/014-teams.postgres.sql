-- How much a case on a benefit weighs, in hundredths of a job-ready one, with the municipality's own explanation.
create table case_weights (benefit integer not null primary key, weight integer not null, why text not null, changed_at timestamptz not null, changed_by text not null, version integer not null);

-- What a leader has set for a worker: the part of full time, and what the worker is best at.
create table worker_terms (user_id uuid not null primary key, percent integer not null, speciality text not null, changed_at timestamptz not null, changed_by text not null, version integer not null);

-- Who takes an absent worker's day, from when to when.
create table covers (
  id uuid not null primary key, worker_id uuid not null references workers (user_id), cover_id uuid not null references workers (user_id), from_day date not null, to_day date not null,
  reason text not null, made_at timestamptz not null, made_by text not null, ended_at timestamptz, version integer not null);
create index covers_cover on covers (cover_id, to_day);
create index covers_worker on covers (worker_id, to_day);

-- A time that somebody keeps open for colleagues to talk a case over.
create table sparring_slots (id uuid not null primary key, holder_id uuid not null, at timestamptz not null, minutes integer not null, version integer not null);
create unique index sparring_slots_holder on sparring_slots (holder_id, at);

-- A request to a colleague or leader to talk a case over. What is noted about it is no part of the case.
create table sparrings (
  id uuid not null primary key, citizen_id uuid not null references citizens (id), asker_id uuid not null, holder_id uuid not null, question text not null, asked_at timestamptz not null,
  slot_id uuid references sparring_slots (id), closed_at timestamptz, version integer not null);
create index sparrings_asker on sparrings (asker_id, closed_at);
create index sparrings_holder on sparrings (holder_id, closed_at);
create unique index sparrings_slot on sparrings (slot_id) where slot_id is not null;

create table sparring_notes (id uuid not null primary key, sparring_id uuid not null references sparrings (id), author_id uuid not null, author text not null, text text not null, at timestamptz not null, version integer not null);
create index sparring_notes_sparring on sparring_notes (sparring_id, at);
