-- One row: how many lines of the days from @First up to, not including, @Past there are after a place in the order of the newest first,
-- of one key alone where @Key is not empty, and the number of the newest of them.
select count(*) as Lines, coalesce(max(seq), 0) as Newest
from ledger
where day >= @First and day < @Past and (day < @Day or day = @Day and seq < @Seq) and (@Key = '' or key_id = @Key or caller = @Key)
