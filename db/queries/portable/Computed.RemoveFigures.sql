-- The row of the question goes, where there is one. The cast as in Ingest.UseCode.
delete from computed_rows
where question = cast(@Question as char(64))
