-- One row, if a concern was stored under the response's id and is not erased.
select f.response as Response, f.flag_key as FlagKey, f.survey as Survey, f.week as Week, f.node as Node, f.messages as Messages, r.cohort as Cohort, r.day as Day, r.period as Period
from response r
join flag f on f.response = r.seq
where r.id = @Id and r.erased = 0
