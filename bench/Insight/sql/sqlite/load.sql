pragma journal_mode = off;
pragma synchronous = off;
pragma cache_size = -1000000;
create table received (person_id, municipality, benefit, target_group, age, sex, from_date, to_date, open);
.mode csv
.import $CSV received
create table spell (
  person_id integer not null, municipality integer not null, benefit integer not null, target_group integer not null,
  age integer not null, sex integer not null, from_day integer not null, to_day integer not null, open integer not null,
  primary key (person_id, from_day)) without rowid;
insert into spell
select cast(person_id as integer), cast(municipality as integer), cast(benefit as integer), cast(target_group as integer), cast(age as integer), cast(sex as integer),
       cast(julianday(from_date) - 2440587.5 as integer), cast(julianday(to_date) - 2440587.5 as integer), cast(open as integer)
from received;
drop table received;
create table months (ms integer primary key, me integer not null, mi integer not null, q integer not null);
with recursive t(i) as (select 0 union all select i + 1 from t where i < 119)
insert into months
select cast(julianday(date('2015-01-01', '+' || i || ' months')) - 2440587.5 as integer),
       cast(julianday(date('2015-01-01', '+' || (i + 1) || ' months')) - 2440588.5 as integer), i, i / 3 from t;
create unique index months_me on months (me, mi);
analyze;
