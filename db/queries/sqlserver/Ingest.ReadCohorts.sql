-- One row per combination that was seen before. @Signatures [signature, ...]. The cast as in Ingest.UseCode; the collation, because that of
-- what openjson reads is the database's.
select signature as Signature, id as Id
from cohort
where signature in (select cast(j.value as char(64)) collate Latin1_General_BIN2 from openjson(@Signatures) j)
