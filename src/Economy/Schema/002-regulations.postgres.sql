-- The yearly regulation of rates: a proposal until a second person has approved it.
create table law_regulations (
  id uuid not null primary key, title text not null, state text not null, imported_by uuid not null, imported_by_name text not null, imported_at timestamptz not null,
  approved_by uuid, approved_by_name text, approved_at timestamptz, ended_by uuid, ended_by_name text, ended_at timestamptz, reason text, version integer not null);
create index law_regulations_state on law_regulations (state, approved_at);

create table law_regulation_values (
  regulation_id uuid not null references law_regulations (id), line integer not null, parameter text not null, from_day date not null, to_day date,
  value numeric not null, source text not null, status text not null, checked_on date not null, primary key (regulation_id, line));
