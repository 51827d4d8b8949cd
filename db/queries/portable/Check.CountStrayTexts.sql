-- One row: how many texts belong to no response, or to an erased one.
select count(*) as Found
from comment c
left join response r on r.seq = c.response
where r.seq is null or r.erased <> 0
