-- One row: when anything that was folded last changed; null before the first folding.
select max(updated_at) as UpdatedAt
from survey_day
