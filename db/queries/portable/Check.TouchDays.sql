-- Touches one row per day of a survey within bounds: it changed now, or later than the last change where the clock was set back.
update survey_day
set updated_at = case when updated_at >= @UpdatedAt then updated_at + 1 else @UpdatedAt end
where survey = @Survey and day >= @First and day < @Past
