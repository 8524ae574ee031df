-- A paper on a citizen's case; the file itself is in the file store.
create table citizen_documents (
  id uuid not null primary key, citizen_id uuid not null references citizens (id), file_id uuid not null, title text not null, kind text not null, received_on date not null,
  added_at timestamptz not null, added_by text not null, removed_at timestamptz, version integer not null);
create index citizen_documents_citizen on citizen_documents (citizen_id, removed_at);
