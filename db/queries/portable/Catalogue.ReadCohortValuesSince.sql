-- One row per dimension value of the cohorts made after the given one.
select cohort as Cohort, dimension as Dimension, value as Value
from cohort_value
where cohort > @Id
