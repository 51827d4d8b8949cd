-- One row per base of a released period, as it is stored.
select base as Name, content as Content
from released_base
where survey = @Survey and period = @Number
