-- A worker's conversations at a secret address; the address is kept only as a hash.
create table calendar_feeds (user_id blob not null primary key references workers (user_id), link_index blob not null, made_at integer not null, version integer not null);
create unique index calendar_feeds_link on calendar_feeds (link_index);
