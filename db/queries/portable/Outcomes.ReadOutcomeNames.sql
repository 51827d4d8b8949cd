-- One row per name under which the company keeps numbers of its own.
select distinct name as Name
from outcome
