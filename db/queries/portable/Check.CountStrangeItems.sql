-- One row: how many texts answer no text item of their response's survey.
select count(*) as Found
from comment c
join response r on r.seq = c.response and r.erased = 0
left join variable v on v.id = c.variable and v.survey = r.survey and v.kind = 'item' and v.items = 4
where v.id is null
