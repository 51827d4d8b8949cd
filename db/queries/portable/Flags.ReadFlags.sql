-- One row per flag of a survey.
select f.response as Response, f.flag_key as FlagKey, f.survey as Survey, f.week as Week, f.node as Node, f.messages as Messages, r.cohort as Cohort, r.day as Day, r.period as Period
from flag f
join response r on r.seq = f.response
where f.survey = @Survey
