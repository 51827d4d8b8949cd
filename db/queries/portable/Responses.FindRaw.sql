-- One row per answered text of a response, and one of a response without texts; none of one that was erased.
select r.seq as Seq, r.id as Id, r.version as Version, r.day as Day, r.cohort as Cohort, r.answered_at as AnsweredAt, r.delay as Delay,
  r.language as Language, r.weight as Weight, r.answers as Answers, c.variable as Variable, c.text as Text
from response r
left join comment c on c.response = r.seq
where r.id = @Id and r.erased = 0
order by c.seq
