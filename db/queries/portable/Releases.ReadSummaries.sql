-- One row per released period: what the audit counted.
select survey as Survey, period as Number, summary as Summary
from survey_period
where state = 'released'
