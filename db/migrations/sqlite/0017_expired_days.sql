-- Answers that are erased when their time is over, while their counts stay. response.erased: 1 taken back, with its counts; 2 its time was over.

-- A row is a day of a survey of which answers are erased because their time was over: how many, and a number each for the counts, the weights and the squared
-- weights that they had brought, so that what is still counted of them can be checked. Nothing in it tells of one answer.
create table expired_day (
  survey integer not null references survey (id),
  day integer not null,
  responses integer not null,
  print_n integer not null,
  print_weight integer not null,
  print_squared integer not null,
  primary key (survey, day)
) without rowid;
