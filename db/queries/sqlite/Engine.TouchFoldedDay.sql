-- One row, where the variable counts responses: its survey's day changed now.
insert into survey_day (survey, day, updated_at)
select v.survey, @Day, @UpdatedAt
from variable v
where v.id = @Variable and v.kind = 'response'
on conflict do update
set updated_at = excluded.updated_at
