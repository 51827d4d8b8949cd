-- Touches one row, if the period is closed and was not released meanwhile.
update survey_period
set state = 'released', released_at = @ReleasedAt, hash = @Hash, frozen = @Frozen, summary = @Summary
where survey = @Survey and period = @Number and state = 'closed'
