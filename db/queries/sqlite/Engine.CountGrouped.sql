-- One row: how many counts wait in groups.
select coalesce(sum(counts), 0) as Waiting
from tally_group
