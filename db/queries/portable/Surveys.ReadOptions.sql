-- One row per option of every choice item.
select variable as Variable, number as Number, code as Code
from variable_option
order by variable, number
