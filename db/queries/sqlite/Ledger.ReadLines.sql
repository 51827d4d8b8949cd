-- One row per line of the days from @First up to, not including, @Past, the newest first: @Count of those after a place in that order,
-- and of one key alone where @Key is not empty.
select seq as Seq, logged_at as LoggedAt, day as Day, coalesce(key_id, caller) as KeyId, operation as Operation, indicator as Indicator,
  period as Period, filter as Filter, status as Status, released as Released, withheld as Withheld, detail as Detail
from ledger
where day >= @First and day < @Past and (day < @Day or day = @Day and seq < @Seq) and (@Key = '' or key_id = @Key or caller = @Key)
order by day desc, seq desc
limit @Count
