-- What every call-up says of the place that a conversation is held at.
create table meeting_places (name text not null primary key, address text, phone text, video text, set_at timestamptz not null, set_by text not null, version integer not null);
