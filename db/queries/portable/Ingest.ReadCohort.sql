-- One row, if the combination was seen before. The cast as in Ingest.UseCode.
select id as Id
from cohort
where signature = cast(@Signature as char(64))
