-- One row per target.
select audience as Audience, indicator as Indicator, measure as Measure, unit as Unit, direction as Direction, value as Value, until_day as UntilDay
from target
order by audience, indicator, measure, unit
