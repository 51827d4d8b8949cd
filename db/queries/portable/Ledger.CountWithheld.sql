-- One row: how many rows of answers were withheld on a day, whoever asked; not those of the feed and of early warnings, whose every read brings all there are.
select coalesce(sum(withheld), 0) as Withheld
from ledger
where day = @Day and status = 'answered' and withheld > 0 and operation not in ('ReadFeedSet', 'CountFeedSet', 'ReadEarlyWarnings')
