-- Two scripts, since SQLite cannot drop a reference: there the table is made anew.
-- after Casework 24
-- Time is taken for what any module books, and not for conversations alone.
alter table booked_times drop constraint booked_times_meeting_id_fkey;
alter table booked_times rename column meeting_id to booking_id;
alter index booked_times_meeting rename to booked_times_booking;
