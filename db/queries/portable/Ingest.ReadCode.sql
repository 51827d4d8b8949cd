-- One row, if the code is known. The cast as in Ingest.UseCode.
select used as Used
from invitation_code
where survey = @Survey and hash = cast(@Hash as char(32))
