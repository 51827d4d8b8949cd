-- One row, if the code is known.
select used as Used
from invitation_code
where survey = @Survey and hash = @Hash
