-- One row per response of the group; an id that another process has just stored is a duplicate key, and the group is tried again.
insert into response (id, content_hash, survey, version, day, period, cohort, answered_at, delay, language, respondent, weight, answers, erased)
select r.Id, r.ContentHash, r.Survey, r.Version, r.Day, r.Period, r.Cohort, r.AnsweredAt, r.Delay, r.Language, r.Respondent, r.Weight, r.Answers, 0
from openjson(@Rows) with (
  Id uniqueidentifier '$.Id',
  ContentHash bigint '$.ContentHash',
  Survey int '$.Survey',
  Version int '$.Version',
  Day int '$.Day',
  Period int '$.Period',
  Cohort int '$.Cohort',
  AnsweredAt bigint '$.AnsweredAt',
  Delay int '$.Delay',
  Language varchar(40) '$.Language',
  Respondent char(32) '$.Respondent',
  Weight bigint '$.Weight',
  Answers nvarchar(max) '$.Answers'
) r
