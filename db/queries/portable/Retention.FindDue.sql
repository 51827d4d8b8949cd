-- One row per response of a survey before a day that still has its answers, in the order in which they came.
select seq as Seq, period as Period
from response
where survey = @Survey and erased = 0 and day < @Past
order by seq
