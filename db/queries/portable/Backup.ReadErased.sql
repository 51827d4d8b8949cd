-- One row per response that was taken back, with its id.
select id as Id
from response
where erased = 1
order by id
