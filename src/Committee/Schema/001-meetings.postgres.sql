create table committees (
  id uuid not null primary key, name text not null, short_name text, term text, municipality text, template text not null);

create table committee_members (
  id uuid not null primary key, committee_id uuid not null references committees (id), user_id uuid, name text not null, party text,
  role text not null, position integer not null);
create index committee_members_committee on committee_members (committee_id, position);
create index committee_members_user on committee_members (user_id);

create table committee_meetings (
  id uuid not null primary key, committee_id uuid not null references committees (id), kind text not null, held_on date not null, starts_at text,
  place text, state text not null, origin text unique, origin_name text, cancelled_because text, version integer not null);
create index committee_meetings_committee on committee_meetings (committee_id, held_on);

create table committee_attendance (
  meeting_id uuid not null references committee_meetings (id), position integer not null, member_id uuid references committee_members (id),
  name text not null, party text, role text, is_present boolean not null, note text, primary key (meeting_id, position));

create table committee_reading_notes (
  meeting_id uuid not null references committee_meetings (id), position integer not null, code text not null, text text not null,
  primary key (meeting_id, position));

create table committee_cases (
  id uuid not null primary key, committee_id uuid not null references committees (id), case_number text not null, kle text, title text not null,
  created_on date not null, unique (committee_id, case_number));

create table agenda_items (
  id uuid not null primary key, meeting_id uuid not null references committee_meetings (id), case_id uuid references committee_cases (id),
  number integer, position integer not null, handled_as integer, title text not null, type text, is_open boolean not null, competence text,
  document_number text, recommended_by text, standing text, version integer not null);
create index agenda_items_meeting on agenda_items (meeting_id, position);
create index agenda_items_case on agenda_items (case_id);

create table agenda_item_sections (
  item_id uuid not null references agenda_items (id), position integer not null, key text not null, heading text not null, text text not null,
  primary key (item_id, position));

create table agenda_item_recommendations (
  item_id uuid not null references agenda_items (id), number integer not null, text text not null, primary key (item_id, number));

create table agenda_item_guests (
  item_id uuid not null references agenda_items (id), position integer not null, name text, title text, primary key (item_id, position));

create table committee_frozen_documents (
  id uuid not null primary key, title text not null, as_of date not null, frozen_at timestamptz not null, model text not null, pdf bytea not null,
  hash text not null);

create table agenda_item_attachments (
  id uuid not null primary key, item_id uuid not null references agenda_items (id), number integer not null, letter text, document_number text,
  title text not null, is_open boolean not null, frozen_id uuid references committee_frozen_documents (id));
create index agenda_item_attachments_item on agenda_item_attachments (item_id, number);

create table agenda_item_tables (
  item_id uuid not null references agenda_items (id), position integer not null, caption text, columns text not null, rows text not null,
  primary key (item_id, position));

create table agenda_item_exclusions (
  item_id uuid not null references agenda_items (id), member_id uuid not null references committee_members (id), primary key (item_id, member_id));

create table committee_decisions (
  id uuid not null primary key, item_id uuid not null references agenda_items (id), position integer not null, decided_on date, body text,
  kind text not null, text text not null);
create index committee_decisions_item on committee_decisions (item_id, position);

create table committee_decision_absences (
  decision_id uuid not null references committee_decisions (id), position integer not null, name text not null, party text,
  primary key (decision_id, position));

create table committee_remarks (
  item_id uuid not null references agenda_items (id), position integer not null, made_on date, name text not null, party text, stance text not null,
  text text not null, primary key (item_id, position));

create table committee_follow_ups (
  id uuid not null primary key, committee_id uuid not null references committees (id), item_id uuid not null references agenda_items (id),
  text text not null, is_binding boolean not null, owner text, due date, state text not null, report text,
  reported_at_item_id uuid references agenda_items (id), reported_on date, version integer not null);
create index committee_follow_ups_state on committee_follow_ups (committee_id, state, due);

create table committee_follow_ups_on_agenda (
  item_id uuid not null references agenda_items (id), follow_up_id uuid not null references committee_follow_ups (id),
  primary key (item_id, follow_up_id));

create table committee_publications (
  id uuid not null primary key, meeting_id uuid not null references committee_meetings (id), committee_id uuid not null references committees (id),
  kind text not null, number integer not null, published_at timestamptz not null, correction text, content text not null, hash text not null,
  held_on date not null, is_current boolean not null, unique (meeting_id, kind, number));
create index committee_publications_current on committee_publications (is_current, held_on);

create table committee_published_attachments (
  publication_id uuid not null references committee_publications (id), attachment_id uuid not null,
  frozen_id uuid not null references committee_frozen_documents (id), primary key (publication_id, attachment_id));
create index committee_published_attachments_attachment on committee_published_attachments (attachment_id);
