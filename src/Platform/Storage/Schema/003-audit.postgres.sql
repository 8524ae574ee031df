alter table chain_heads add column seal bytea;

create table access_reviews (
  sequence bigint not null primary key references access_log (sequence), reviewed_by uuid not null, reviewed_at timestamptz not null,
  in_order boolean not null, note text not null);
create index access_log_review on access_log (review, sequence);
create index journal_user on journal (user_id, at);
