-- One row per comment as a release shows it.
insert into released_comment (survey, period, place, unit, item, kind, language, text, sentiment, topics)
select r.Survey, r.Period, r.Place, r.Unit, r.Item, r.Kind, r.Language, r.Text, r.Sentiment, r.Topics
from openjson(@Rows) with (
  Survey int '$.Survey',
  Period int '$.Period',
  Place int '$.Place',
  Unit varchar(100) '$.Unit',
  Item varchar(100) '$.Item',
  Kind varchar(100) '$.Kind',
  Language varchar(40) '$.Language',
  Text nvarchar(max) '$.Text',
  Sentiment varchar(20) '$.Sentiment',
  Topics varchar(max) '$.Topics'
) r
