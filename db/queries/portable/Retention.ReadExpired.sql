-- One row per day of a survey of which answers were erased because their time was over.
select survey as Survey, day as Day, responses as Responses, print_n as N, print_weight as Weight, print_squared as SquaredWeight
from expired_day
