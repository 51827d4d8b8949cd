-- One row per cohort made after the given one, in order of making.
select id as Id, survey as Survey, is_test as IsTest
from cohort
where id > @Id
order by id
