-- One row: how many flags belong to no response, to an erased one or to one of another survey.
select count(*) as Found
from flag f
left join response r on r.seq = f.response
where r.seq is null or r.erased <> 0 or r.survey <> f.survey
