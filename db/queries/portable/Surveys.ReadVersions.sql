-- One row per published version of every survey.
select survey as Survey, version as Version, definition as Definition, published_at as PublishedAt
from survey_version
order by survey, version
