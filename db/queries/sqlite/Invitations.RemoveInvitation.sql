-- The one row of a cohort and day goes, if there is one.
delete from invitation
where survey = @Survey and cohort = @Cohort and day = @Day
