-- One row: a survey that is published for the first time.
insert into survey (survey_key, audience, grid, access, minimum_group, closed)
values (@SurveyKey, @Audience, @Grid, @Access, @MinimumGroup, 0)
