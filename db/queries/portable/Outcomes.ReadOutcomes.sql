-- One row per number of the company's own.
select name as Name, unit as Unit, period as Period, value as Value
from outcome
order by name, unit, period
