-- One row per period of an employee survey that takes no answers any more.
select survey as Survey, period as Number, first_day as FirstDay, past_day as PastDay, state as State, merged_into as MergedInto,
  closed_at as ClosedAt, closed_by as ClosedBy, released_at as ReleasedAt, hash as Hash
from survey_period
order by survey, period
