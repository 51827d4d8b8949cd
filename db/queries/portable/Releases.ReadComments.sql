-- One row per text that somebody wrote in a survey's period, in no order; test responses left out. The answers beside it where they say
-- what kind of feedback it is, else null.
select r.seq as Person, r.cohort as Cohort, t.language as Language, v.name as Item, t.text as Text,
  t.sentiment as Sentiment, t.topics as Topics,
  case when @WithAnswers = 1 then r.answers else null end as Answers
from variable v
join comment t on t.variable = v.id
join response r on r.seq = t.response and r.survey = @Survey and r.period = @Number and r.erased = 0
join cohort c on c.id = r.cohort and c.is_test = 0
where v.survey = @Survey and v.kind = 'item'
