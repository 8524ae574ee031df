-- When the place can be reached, in the municipality's own words.
alter table meeting_places add column hours text;
