-- A paper on a citizen's case; the file itself is in the file store.
create table citizen_documents (
  id blob not null primary key, citizen_id blob not null references citizens (id), file_id blob not null, title text not null, kind text not null, received_on text not null,
  added_at integer not null, added_by text not null, removed_at integer, version integer not null);
create index citizen_documents_citizen on citizen_documents (citizen_id, removed_at);
