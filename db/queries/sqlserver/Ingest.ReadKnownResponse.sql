-- One row per id of the group that is stored already.
select r.content_hash as ContentHash, r.erased as Erased, r.id as Id
from openjson(@Rows) with (
  Id uniqueidentifier '$.Id'
) j
join response r on r.id = j.Id
