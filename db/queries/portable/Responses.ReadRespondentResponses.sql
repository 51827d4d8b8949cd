-- One row per response of one respondent. The cast as in Ingest.UseCode.
select seq as Seq, id as Id, survey as Survey, version as Version, day as Day, period as Period, cohort as Cohort,
  answered_at as AnsweredAt, delay as Delay, weight as Weight, answers as Answers, erased as Erased
from response
where respondent = cast(@Respondent as char(32))
order by seq
