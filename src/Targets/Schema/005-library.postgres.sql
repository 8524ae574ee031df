-- When a plan was put in force here; null for one that is only kept to be read, as other municipalities' plans are.
alter table plans add column adopted_at timestamptz;
update plans set adopted_at = imported_at;
