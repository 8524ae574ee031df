-- A paper lies on a citizen or on a company. The company's register is not the office's, so nothing refers to it.
create table citizen_documents_anew (
  id {id} not null primary key, citizen_id {id} references citizens (id), company_id {id}, file_id {id} not null,
  title {text} not null, kind {text} not null, received_on {day} not null, added_at {instant} not null,
  added_by {text} not null, removed_at {instant}, version {number} not null,
  check ((citizen_id is null) <> (company_id is null)));
insert into citizen_documents_anew (
  id, citizen_id, file_id, title, kind, received_on, added_at, added_by, removed_at, version)
  select id, citizen_id, file_id, title, kind, received_on, added_at, added_by, removed_at, version
  from citizen_documents;
drop table citizen_documents;
alter table citizen_documents_anew rename to citizen_documents;
create index citizen_documents_citizen on citizen_documents (citizen_id, removed_at);
create index citizen_documents_company on citizen_documents (company_id, removed_at);
