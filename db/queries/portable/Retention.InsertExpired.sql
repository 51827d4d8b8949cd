-- One row: a day of a survey of which answers are erased because their time was over.
insert into expired_day (survey, day, responses, print_n, print_weight, print_squared)
values (@Survey, @Day, @Responses, @N, @Weight, @SquaredWeight)
