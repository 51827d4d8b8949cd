-- One row per unit, retired ones included.
select code as Code, name as Name, parent as Parent, headcount as Headcount, retired as Retired, changed_at as ChangedAt
from unit
order by code
