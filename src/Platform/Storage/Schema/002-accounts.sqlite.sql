create table accounts (
  id blob not null primary key, user_name text not null, user_name_key text not null unique, display_name text not null, email text,
  password_hash text, security_stamp text not null, failed_sign_ins integer not null, locked_until integer,
  citizen_id blob, company_id blob, active_from text not null, active_to text, presentation text not null,
  created_at integer not null, version integer not null);
create index accounts_citizen on accounts (citizen_id);
create index accounts_company on accounts (company_id);

create table account_roles (
  id blob not null primary key, user_id blob not null references accounts (id), role text not null, subjects text not null, units text not null,
  sensitivity integer not null, active_from text not null, active_to text);
create index account_roles_user on account_roles (user_id);

create table account_passkeys (
  credential_id blob not null primary key, user_id blob not null references accounts (id), name text, public_key blob not null,
  created_at integer not null, sign_count integer not null, transports text not null, user_verified integer not null, backup_eligible integer not null,
  backed_up integer not null, attestation blob not null, client_data blob not null);
create index account_passkeys_user on account_passkeys (user_id);
