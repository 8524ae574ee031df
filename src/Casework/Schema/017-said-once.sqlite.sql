-- How far a call-up has come is what its message says; it stood in both.
alter table call_ups drop column delivery;
alter table call_ups drop column delivered_at;

-- Articles are searched word by word as they are written.
alter table knowledge_articles drop column search_text;
