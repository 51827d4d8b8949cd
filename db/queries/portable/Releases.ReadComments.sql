-- One row per text that somebody wrote in a survey's period, in the order of people; test responses left out. The answers beside it where they say
-- what kind of feedback it is, else null.
select r.seq as Person, r.cohort as Cohort, r.language as Language, v.name as Item, t.text as Text,
  case when @WithAnswers = 1 then r.answers else null end as Answers
from response r
join cohort c on c.id = r.cohort and c.is_test = 0
join comment t on t.response = r.seq
join variable v on v.id = t.variable
where r.survey = @Survey and r.period = @Number and r.erased = 0
order by r.seq, t.seq
