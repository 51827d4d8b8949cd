-- One row, if the id is stored already.
select content_hash as ContentHash, erased as Erased, id as Id
from response
where id = @Id
