create table accounts (
  id uuid not null primary key, user_name text not null, user_name_key text not null unique, display_name text not null, email text,
  password_hash text, security_stamp text not null, failed_sign_ins integer not null, locked_until timestamptz,
  citizen_id uuid, company_id uuid, active_from date not null, active_to date, presentation text not null,
  created_at timestamptz not null, version integer not null);
create index accounts_citizen on accounts (citizen_id);
create index accounts_company on accounts (company_id);

create table account_roles (
  id uuid not null primary key, user_id uuid not null references accounts (id), role text not null, subjects text not null, units text not null,
  sensitivity integer not null, active_from date not null, active_to date);
create index account_roles_user on account_roles (user_id);

create table account_passkeys (
  credential_id bytea not null primary key, user_id uuid not null references accounts (id), name text, public_key bytea not null,
  created_at timestamptz not null, sign_count bigint not null, transports text not null, user_verified boolean not null, backup_eligible boolean not null,
  backed_up boolean not null, attestation bytea not null, client_data bytea not null);
create index account_passkeys_user on account_passkeys (user_id);
