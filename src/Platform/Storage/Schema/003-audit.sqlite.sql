alter table chain_heads add column seal blob;

create table access_reviews (
  sequence integer not null primary key references access_log (sequence), reviewed_by blob not null, reviewed_at integer not null,
  in_order integer not null, note text not null);
create index access_log_review on access_log (review, sequence);
create index journal_user on journal (user_id, at);
