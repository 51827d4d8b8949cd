-- One row per text of a response within the days, and one of a response without texts; erased ones are left out. In the order in which they came.
select r.seq as Seq, r.survey as Survey, r.version as Version, r.day as Day, r.period as Period, r.cohort as Cohort, r.delay as Delay, r.weight as Weight, r.answers as Answers,
  c.variable as Variable, c.topics as Topics, c.sentiment as Sentiment, c.analysis as Analysis
from response r
left join comment c on c.response = r.seq
where r.erased = 0 and r.day >= @First and r.day < @Past
order by r.seq
