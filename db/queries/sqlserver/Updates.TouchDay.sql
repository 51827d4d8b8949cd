-- One row per survey and day: it changed now, or later than the last change where the clock was set back.
select r.Survey as survey, r.Day as day, r.UpdatedAt as updated_at
into #touched
from openjson(@Rows) with (
  Survey int '$.Survey',
  Day int '$.Day',
  UpdatedAt bigint '$.UpdatedAt'
) r;

update d
set updated_at = case when d.updated_at >= t.updated_at then d.updated_at + 1 else t.updated_at end
from survey_day d
join #touched t on t.survey = d.survey and t.day = d.day;

insert into survey_day (survey, day, updated_at)
select t.survey, t.day, t.updated_at
from #touched t
where not exists (
  select 1
  from survey_day d
  where d.survey = t.survey and d.day = t.day);

drop table #touched;
