-- One row per survey and day: when its counts last changed, as far as they are folded.
select survey as Survey, day as Day, updated_at as UpdatedAt
from survey_day
