-- Every row that may rest on a response of the day goes.
delete from computed_rows
where first_day <= @Day and past_day > @Day
