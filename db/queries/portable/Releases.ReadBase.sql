-- One row, if the release has the base.
select content as Content
from released_base
where survey = @Survey and period = @Number and base = @Base
