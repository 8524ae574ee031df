-- An application (henvendelse) until it is decided; what it was decided on stays frozen in evidence.
create table applications (
  id uuid not null primary key, citizen_id uuid not null references citizens (id), team_id uuid not null references teams (id), benefit integer not null, reason text not null,
  documents text not null, submissions integer not null, received_at timestamptz not null, received_by text not null, decided_at timestamptz, decided_by text, target_group integer,
  segment text, worker_id uuid, evidence text, withdrawn_at timestamptz, version integer not null);
create index applications_citizen on applications (citizen_id, decided_at);
create index applications_team on applications (team_id, decided_at);
