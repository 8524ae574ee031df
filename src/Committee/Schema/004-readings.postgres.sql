-- Papers that were uploaded to be read: the file, what the reader made of it, and what a person has said of that.
create table committee_readings (
  id uuid not null primary key, file_id uuid not null, name text not null, sha256 text not null,
  bytes bigint not null, state text not null,
  attempts integer not null, kind text, title text, problem text, doubts integer not null,
  uploaded_at timestamptz not null, uploaded_by text not null,
  read_at timestamptz, kept_as text, kept_meeting uuid, kept_plan uuid, kept_at timestamptz, kept_by text,
  version integer not null);
create index committee_readings_state on committee_readings (state, uploaded_at);
create index committee_readings_hash on committee_readings (sha256);

create table committee_reading_texts (
  reading_id uuid not null primary key references committee_readings (id), answer bytea not null,
  source bytea not null);

create table committee_reading_corrections (
  reading_id uuid not null references committee_readings (id), path text not null, field text, was text, value text,
  is_confirmed boolean not null,
  made_at timestamptz not null, made_by text not null, primary key (reading_id, path));
