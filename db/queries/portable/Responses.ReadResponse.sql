-- One row, if the id is known.
select seq as Seq, id as Id, survey as Survey, version as Version, day as Day, period as Period, cohort as Cohort,
  answered_at as AnsweredAt, delay as Delay, weight as Weight, answers as Answers, erased as Erased
from response
where id = @Id
