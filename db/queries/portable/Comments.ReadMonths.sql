-- One row: the first and the last month of which a survey has listed comments; nulls where it has none.
select (select min(month) from comment where survey = @Survey and month > 0) as First,
  (select max(month) from comment where survey = @Survey and month > 0) as Last
