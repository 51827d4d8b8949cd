-- One row: a dimension value of a cohort.
insert into cohort_value (cohort, dimension, value)
values (@Cohort, @Dimension, @Value)
