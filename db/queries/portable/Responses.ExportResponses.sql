-- One row per answered text of a response of the survey within the days, and one of a response without texts; erased ones are left out. In the order in which they came; texts as they were sent where @Originals is 1 and they were kept.
select r.seq as Seq, r.id as Id, r.version as Version, r.day as Day, r.cohort as Cohort, r.answered_at as AnsweredAt, r.delay as Delay,
  r.language as Language, r.weight as Weight, r.answers as Answers, c.variable as Variable,
  case when @Originals = 1 then coalesce(c.original, c.text) else c.text end as Text
from response r
left join comment c on c.response = r.seq
where r.survey = @Survey and r.erased = 0 and r.day >= @First and r.day < @Past
order by r.seq
