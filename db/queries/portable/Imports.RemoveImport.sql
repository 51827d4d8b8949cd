-- One row, if there is one: a survey has no settings for the responses of a product any more.
delete from survey_import
where survey = @Survey and format = @Format
