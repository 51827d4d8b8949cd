-- One row per thing that is counted.
select id as Id, survey as Survey, kind as Kind, name as Name, items as Items, low as Low, high as High,
  reversed as Reversed, measure as Measure, touchpoint as Touchpoint
from variable
order by id
