-- A dead letter that somebody dropped: what it would have done is not done, and why that is right.
alter table outbox add column drop_reason {text};
