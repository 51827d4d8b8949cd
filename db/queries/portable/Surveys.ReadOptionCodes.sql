-- One row per option the item has ever had.
select code as Code
from variable_option
where variable = @Variable
