create table spouse_support (
  id integer not null primary key, citizen_id blob not null references citizens (id), from_day text not null, to_day text);
create index spouse_support_citizen on spouse_support (citizen_id, from_day);
