-- One row: the next version of a survey.
insert into survey_version (survey, version, definition, published_at)
values (@Survey, @Version, @Definition, @PublishedAt)
