-- One row per comment that is not listed yet and was read: @Count of them, the earliest first.
select seq as Seq
from comment
where month is null and analysis > 0
order by seq
limit @Count
