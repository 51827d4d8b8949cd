-- One row: the day of a survey changed now, or later than the last change where the clock was set back.
insert into survey_day (survey, day, updated_at)
values (@Survey, @Day, @UpdatedAt)
on conflict do update
set updated_at = max(excluded.updated_at, updated_at + 1)
