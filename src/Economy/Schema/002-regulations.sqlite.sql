-- The yearly regulation of rates: a proposal until a second person has approved it.
create table law_regulations (
  id blob not null primary key, title text not null, state text not null, imported_by blob not null, imported_by_name text not null, imported_at integer not null,
  approved_by blob, approved_by_name text, approved_at integer, ended_by blob, ended_by_name text, ended_at integer, reason text, version integer not null);
create index law_regulations_state on law_regulations (state, approved_at);

create table law_regulation_values (
  regulation_id blob not null references law_regulations (id), line integer not null, parameter text not null, from_day text not null, to_day text,
  value text not null, source text not null, status text not null, checked_on text not null, primary key (regulation_id, line));
