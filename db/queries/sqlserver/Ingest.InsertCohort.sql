-- One row per combination of dimension values seen for the first time.
insert into cohort (survey, is_test, signature)
select r.Survey, r.IsTest, r.Signature
from openjson(@Rows) with (
  Survey int '$.Survey',
  IsTest int '$.IsTest',
  Signature char(64) '$.Signature'
) r
