create table spell (
  person_id int not null, municipality smallint not null, benefit smallint not null, target_group smallint not null,
  age smallint not null, sex smallint not null, from_date date not null, to_date date not null, open smallint not null);
\copy spell from pstdin with (format csv)
alter table spell add primary key (person_id, from_date);
create table months as
select i as mi, (date '2015-01-01' + make_interval(months => i))::date as ms,
       ((date '2015-01-01' + make_interval(months => i + 1))::date - 1) as me
from generate_series(0, 119) i;
alter table months add primary key (mi);
create unique index on months (me);
vacuum (analyze) spell;
analyze months;
