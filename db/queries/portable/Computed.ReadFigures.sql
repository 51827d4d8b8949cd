-- One row, if the question was answered on the same counts. The casts as in Ingest.UseCode.
select figures as Figures
from computed_rows
where question = cast(@Question as char(64)) and fingerprint = cast(@Fingerprint as char(64))
