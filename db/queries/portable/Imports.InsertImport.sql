-- One row: how the responses of another product come in to a survey.
insert into survey_import (survey, format, map, secret)
values (@Survey, @Format, @Map, @Secret)
