-- Comments of employees as releases show them.

-- A row is a comment of a released period of an employee survey, without personal data that a pattern can find. Nothing leads from it to a
-- response, a day, a dimension or a figure; place is drawn by lot, once. unit: the one node that shows it, null for the whole organisation.
-- item: the item's code; kind stands in its place where the feedback was unprompted. language: null where too few people of the node wrote in it.
-- Never changed, and not removed when the response is erased: the gap would show whose it was.
create table released_comment (
  survey integer not null references survey (id),
  period integer not null,
  place integer not null,
  unit text null,
  item text null,
  kind text null,
  language text null,
  text text not null,
  primary key (survey, period, place)
);

-- A release reads what was written in one survey, and no store is to be read through for that.
create index comment_variable on comment (variable, response);
