-- One row, if answers of the day were erased because their time was over.
select survey as Survey, day as Day, responses as Responses, print_n as N, print_weight as Weight, print_squared as SquaredWeight
from expired_day
where survey = @Survey and day = @Day
