-- One row per answered text of the group.
insert into comment (response, variable, text, language, sentiment, topics, analysis, place, original, survey, month, cohort)
select s.seq, r.Variable, r.Text, r.Language, r.Sentiment, r.Topics, r.Analysis, r.Place, r.Original,
  case when s.period = 0 then s.survey else null end, case when s.period = 0 then s.day / 100 else 0 end, case when s.period = 0 then s.cohort else null end
from openjson(@Rows) with (
  Id uniqueidentifier '$.Id',
  Variable int '$.Variable',
  Text nvarchar(max) '$.Text',
  Language varchar(40) '$.Language',
  Sentiment int '$.Sentiment',
  Topics nvarchar(max) '$.Topics',
  Analysis int '$.Analysis',
  Place bigint '$.Place',
  Original nvarchar(max) '$.Original'
) r
join response s on s.id = r.Id
