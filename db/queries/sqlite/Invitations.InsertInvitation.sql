-- One row: how many of a cohort were invited on a day.
insert into invitation (survey, cohort, day, n)
values (@Survey, @Cohort, @Day, @N)
