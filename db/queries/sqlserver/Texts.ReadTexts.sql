-- One row per text of a survey's responses within the days, of one item where @Item is not empty, with who wrote it and in which cohort: in the order of responses.
select top (@Count) r.seq as Person, r.cohort as Cohort, c.text as Text
from variable v
join comment c on c.variable = v.id
join response r on r.seq = c.response and r.erased = 0 and r.day >= @First and r.day < @Past
where v.survey = @Survey and v.kind = 'item' and v.items = 4 and (@Item = '' or v.name = cast(@Item as varchar(100)))
order by r.seq
