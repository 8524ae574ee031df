create table education_spells (
  id integer not null primary key, citizen_id blob not null references citizens (id), kind text not null, from_day text not null, to_day text,
  ending text);
create index education_spells_citizen on education_spells (citizen_id, from_day);
create index education_spells_kind on education_spells (kind, from_day);
