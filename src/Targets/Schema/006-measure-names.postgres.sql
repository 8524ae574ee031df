-- What somebody here calls a measure; null while it has the name that is made of the plan's own words.
alter table plan_measures add column name text;
