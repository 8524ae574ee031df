create table companies (
  id blob not null primary key, cvr text not null, p_number text not null, name text not null, search_name text not null, address text not null,
  postal_code text not null, town text not null, industry text not null, sector text not null, employees integer not null, phone text, email text,
  partnership text, partnership_since text, closed_on text, version integer not null);
create unique index companies_p_number on companies (p_number);
create index companies_cvr on companies (cvr);
create index companies_name on companies (search_name);

create table company_people (
  id blob not null primary key, company_id blob not null references companies (id), name text not null, title text not null, phone text, email text,
  version integer not null);
create index company_people_company on company_people (company_id);

create table company_contacts (
  id blob not null primary key, company_id blob not null references companies (id), at integer not null, kind text not null, consultant_id blob,
  about text not null, version integer not null);
create index company_contacts_company on company_contacts (company_id, at);
create index company_contacts_at on company_contacts (at);

create table job_orders (
  id blob not null primary key, company_id blob not null references companies (id), kind text not null, title text not null, created_on text not null,
  positions integer not null, hours_per_week integer not null, status text not null, closed_on text, version integer not null);
create index job_orders_company on job_orders (company_id, created_on);
create index job_orders_status on job_orders (status, created_on);

create table hires (
  id integer not null primary key, job_order_id blob not null references job_orders (id), citizen_id blob not null references citizens (id),
  hired_on text not null);
create index hires_order on hires (job_order_id);
create index hires_citizen on hires (citizen_id);

create table adult_apprentices (
  id blob not null primary key, citizen_id blob not null references citizens (id), company_id blob not null references companies (id),
  coming_from text not null, education text not null, started_on text not null, ended_on text, version integer not null);
create index adult_apprentices_citizen on adult_apprentices (citizen_id);
create index adult_apprentices_started on adult_apprentices (started_on);
