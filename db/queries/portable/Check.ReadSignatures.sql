-- One row per cohort with the signature under which it is found.
select id as Id, survey as Survey, is_test as IsTest, signature as Signature
from cohort
order by id
