-- Touches the rows of periods that were merged into one that has too few people itself.
update survey_period
set merged_into = @Next
where survey = @Survey and merged_into = @Number and state = 'merged'
