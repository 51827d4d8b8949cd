-- Touches one row, if that changes anything: closes or reopens a survey.
update survey
set closed = @Closed
where survey_key = @SurveyKey and closed <> @Closed
