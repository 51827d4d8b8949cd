-- One row: a combination of dimension values seen for the first time.
insert into cohort (survey, is_test, signature)
values (@Survey, @IsTest, @Signature)
