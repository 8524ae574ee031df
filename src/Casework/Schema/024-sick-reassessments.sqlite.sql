-- Reassessments of the right to sick pay that were made, each with the last day that it was for.
create table sick_reassessments (
  id blob not null primary key, citizen_id blob not null references citizens (id), due_on text, decided_on text not null, outcome text not null, reason text not null, next_on text,
  made_at integer not null, made_by text not null, version integer not null);
create unique index sick_reassessments_citizen on sick_reassessments (citizen_id, decided_on);
