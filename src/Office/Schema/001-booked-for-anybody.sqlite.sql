-- Two scripts, since SQLite cannot drop a reference: there the table is made anew.
-- after Casework 24
-- Time is taken for what any module books, and not for conversations alone.
create table booked_times_anew (
  resource_id blob not null, at integer not null, booking_id blob not null, primary key (resource_id, at)) without rowid;
insert into booked_times_anew (resource_id, at, booking_id) select resource_id, at, meeting_id from booked_times;
drop table booked_times;
alter table booked_times_anew rename to booked_times;
create index booked_times_booking on booked_times (booking_id);
