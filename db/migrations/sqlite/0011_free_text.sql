-- What is known of a text beside its words. From here on the text itself is stored without what leads to a person.

-- A row is a topic that texts are counted under; its number never changes and is never given again. 0 stands for "left a comment".
create table topic (
  number integer not null primary key,
  code text not null unique
);

-- A row is a list of words that the organisation loaded. name: topics (JSON) or staff-names (encrypted). number: rises with every change of
-- any of them, so that texts can be told that were read with an earlier one.
create table dictionary (
  name text not null primary key,
  number integer not null,
  content text not null,
  changed_at integer not null
) without rowid;

-- language: null where it is not clear; sentiment: compound score in whole 1e-4, null where there is none; topics: codes between blanks,
-- ' price waiting ', null where there are none. analysis: number of the analysis that made the text and these; 0 is none yet.
-- place: drawn by lot, the order in which customers' comments are listed. original: as it was sent, where a survey of customers keeps that.
alter table comment add language text null;
alter table comment add sentiment integer null;
alter table comment add topics text null;
alter table comment add analysis integer not null default 0;
alter table comment add place integer not null default 0;
alter table comment add original text null;

-- What topics are counted under (items = 5): of a survey all its comments, and of customers' surveys each text item besides.
insert into variable (survey, kind, name, items, low, high, reversed)
select distinct v.survey, 'item', '_topics', 5, 0, 0, 0
from variable v
where v.kind = 'item' and v.items = 4;
insert into variable (survey, kind, name, items, low, high, reversed)
select v.survey, 'item', v.name, 5, 0, 0, 0
from variable v
join survey s on s.id = v.survey
where v.kind = 'item' and v.items = 4 and s.audience = 'customer';
