-- Hours a week that are typed may be broken (12,5 of 37 in a partial return, two and a half with a mentor): they are held in whole minutes.
alter table my_plan_steps rename column hours_per_week to minutes_per_week;
update my_plan_steps set minutes_per_week = minutes_per_week * 60;
alter table partial_returns rename column hours_per_week to minutes_per_week;
update partial_returns set minutes_per_week = minutes_per_week * 60;
alter table sick_cases rename column ordinary_hours to ordinary_minutes;
update sick_cases set ordinary_minutes = ordinary_minutes * 60;
