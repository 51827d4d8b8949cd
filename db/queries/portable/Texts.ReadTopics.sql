-- One row per topic that there ever was.
select number as Number, code as Code
from topic
order by number
