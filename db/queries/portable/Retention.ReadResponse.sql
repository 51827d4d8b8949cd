-- One row: a response by its number in the store.
select seq as Seq, id as Id, survey as Survey, version as Version, day as Day, period as Period, cohort as Cohort,
  answered_at as AnsweredAt, delay as Delay, weight as Weight, answers as Answers, erased as Erased
from response
where seq = @Seq
