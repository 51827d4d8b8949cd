-- Customers' comments are listed by month, in an order drawn by lot, and searched; employees' as releases show them, with how they sound and what they are about.

-- survey, month (yyyymm), cohort: as the response has them, so that one index finds a list; null of employees', whose month is 0.
alter table comment add survey int null;
alter table comment add month int null;
alter table comment add cohort int null;
go
update comment
set survey = case when r.period = 0 then r.survey else null end,
  month = case when r.period = 0 then r.day / 100 else 0 end,
  cohort = case when r.period = 0 then r.cohort else null end
from comment
join response r on r.seq = comment.response;
create index comment_listed on comment (survey, month, place);

-- sentiment: positive, negative, neutral, unscored; topics: codes between blanks. Null where too few people of the node share it, or nothing was known.
alter table released_comment add sentiment varchar(20) collate Latin1_General_BIN2 null;
alter table released_comment add topics varchar(max) collate Latin1_General_BIN2 null;
