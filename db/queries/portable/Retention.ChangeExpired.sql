-- Touches one row, unless somebody else has changed it since it was read.
update expired_day
set responses = @Responses, print_n = @N, print_weight = @Weight, print_squared = @SquaredWeight
where survey = @Survey and day = @Day and responses = @Earlier
