-- One row per combination that was seen before. @Signatures [signature, ...].
select signature as Signature, id as Id
from cohort
where signature in (select j.value from json_each(@Signatures) j)
