-- One row: the last beat that has arrived here, and the state of the catalogue.
select b.sent_at as SentAt, c.version as Stamp
from replica_beat b
join catalogue_stamp c on c.id = b.id
where b.id = 1
