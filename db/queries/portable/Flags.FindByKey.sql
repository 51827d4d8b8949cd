-- One row, if there is a flag with the key. The cast as in Ingest.UseCode.
select f.response as Response, f.flag_key as FlagKey, f.survey as Survey, f.week as Week, f.node as Node, f.messages as Messages, r.cohort as Cohort, r.day as Day, r.period as Period
from flag f
join response r on r.seq = f.response
where f.flag_key = cast(@FlagKey as char(32))
