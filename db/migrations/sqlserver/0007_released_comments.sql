-- Comments of employees as releases show them.

-- A row is a comment of a released period of an employee survey, without personal data that a pattern can find. Nothing leads from it to a
-- response, a day, a dimension or a figure; place is drawn by lot, once. unit: the one node that shows it, null for the whole organisation.
-- item: the item's code; kind stands in its place where the feedback was unprompted. language: null where too few people of the node wrote in it.
-- Never changed, and not removed when the response is erased: the gap would show whose it was.
create table released_comment (
  survey int not null references survey (id),
  period int not null,
  place int not null,
  unit varchar(100) collate Latin1_General_BIN2 null,
  item varchar(100) collate Latin1_General_BIN2 null,
  kind varchar(100) collate Latin1_General_BIN2 null,
  language varchar(40) collate Latin1_General_BIN2 null,
  text nvarchar(max) not null,
  primary key (survey, period, place)
);

-- A release reads what was written in one survey, and no store is to be read through for that.
create index comment_variable on comment (variable, response);
