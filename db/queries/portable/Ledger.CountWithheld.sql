-- One row: how many rows of answers were withheld on a day, whoever asked.
select coalesce(sum(withheld), 0) as Withheld
from ledger
where day = @Day and status = 'answered' and withheld > 0
