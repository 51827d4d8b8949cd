-- One row per transaction whose counts are not folded yet, the oldest first.
select seq as Seq, content as Content
from tally_group
order by seq
