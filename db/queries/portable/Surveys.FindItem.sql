-- One row, if the survey has asked the item; what topics of its texts are counted under is none.
select id as Id
from variable
where survey = @Survey and kind = 'item' and name = @Name and items <> 5
