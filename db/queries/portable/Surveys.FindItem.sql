-- One row, if the survey has asked the item.
select id as Id
from variable
where survey = @Survey and kind = 'item' and name = @Name
