-- One row: how much the store holds.
select (select count(*) from response where erased = 0) as Responses, (select count(*) from response where erased <> 0) as Erased,
  (select count(*) from comment) as Texts, (select count(*) from survey) as Surveys, (select count(*) from survey_period) as Periods
