-- Four questions after a conversation. A link says team, month and whether it is used; an answer says team and month. Neither says who, and nothing joins the two.
create table survey_links (link_index bytea not null primary key, team_id uuid not null references teams (id), month date not null, good_until date not null, used boolean not null);

create table survey_answers (
  id uuid not null primary key, team_id uuid not null references teams (id), month date not null, options integer not null, belief integer not null, progress integer not null, dignity integer not null);
create index survey_answers_team on survey_answers (team_id, month);

-- The conversations after which the questions were sent, so that nobody is asked twice about the same.
create table survey_asked (meeting_id uuid not null primary key references meetings (id));

-- A leader sits in on a conversation when worker and citizen have both agreed; only the two read what comes of it.
create table observations (
  id uuid not null primary key, meeting_id uuid not null references meetings (id), citizen_id uuid not null references citizens (id), worker_id uuid not null references workers (user_id), observer_id uuid not null,
  observer text not null, focus text not null, asked_at timestamptz not null, worker_agreed_at timestamptz, citizen_agreed_at timestamptz, refused_at timestamptz, refused_by text, rubric text, feedback text, goal text, written_at timestamptz,
  comment text, commented_at timestamptz, version integer not null);
create index observations_worker on observations (worker_id, asked_at);
create index observations_observer on observations (observer_id, asked_at);
create unique index observations_meeting on observations (meeting_id, observer_id);
