-- One row: how many responses of the survey within the days are not erased, and the number of the newest of them.
select count(*) as Responses, coalesce(max(seq), 0) as Newest
from response
where survey = @Survey and erased = 0 and day >= @First and day < @Past
