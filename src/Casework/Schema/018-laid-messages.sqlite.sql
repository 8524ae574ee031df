-- A message that only lies in the folder has not been sent; and who wrote down what became of one.
alter table messages add column laid_at integer;
alter table messages add column recorded_by text;
update messages set status = 'lagt-frem', laid_at = sent_at, sent_at = null where status = 'sendt' and carrier = 'mappen udgaaende';
