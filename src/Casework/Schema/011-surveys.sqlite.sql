-- Four questions after a conversation. A link says team, month and whether it is used; an answer says team and month. Neither says who, and nothing joins the two.
create table survey_links (link_index blob not null primary key, team_id blob not null references teams (id), month text not null, good_until text not null, used integer not null);

create table survey_answers (
  id blob not null primary key, team_id blob not null references teams (id), month text not null, options integer not null, belief integer not null, progress integer not null, dignity integer not null);
create index survey_answers_team on survey_answers (team_id, month);

-- The conversations after which the questions were sent, so that nobody is asked twice about the same.
create table survey_asked (meeting_id blob not null primary key references meetings (id));

-- A leader sits in on a conversation when worker and citizen have both agreed; only the two read what comes of it.
create table observations (
  id blob not null primary key, meeting_id blob not null references meetings (id), citizen_id blob not null references citizens (id), worker_id blob not null references workers (user_id), observer_id blob not null,
  observer text not null, focus text not null, asked_at integer not null, worker_agreed_at integer, citizen_agreed_at integer, refused_at integer, refused_by text, rubric text, feedback text, goal text, written_at integer,
  comment text, commented_at integer, version integer not null);
create index observations_worker on observations (worker_id, asked_at);
create index observations_observer on observations (observer_id, asked_at);
create unique index observations_meeting on observations (meeting_id, observer_id);
