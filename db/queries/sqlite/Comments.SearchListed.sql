-- One row per listed comment with all the words, in the order drawn by lot: @Count of those after a place that pass the filters, as Comments.ReadListed has them.
select c.seq as Seq, c.place as Place, c.survey as Survey, c.month as Month, c.cohort as Cohort, c.variable as Variable, c.text as Text,
  c.language as Language, c.sentiment as Sentiment, c.topics as Topics, case when @WithAnswers = 1 then r.answers else null end as Answers
from comment_text
cross join comment c on c.seq = comment_text.rowid
join response r on r.seq = c.response
where comment_text match @Match and c.survey in (select value from json_each(@Surveys)) and c.month >= @First and c.month <= @Last and c.place > @After and r.day >= @FirstDay and r.day < @PastDay
  and (@Cohorts is null or c.cohort in (select value from json_each(@Cohorts)))
  and (@Variables is null or c.variable in (select value from json_each(@Variables)))
  and (@Language = '' or coalesce(c.language, 'und') = @Language)
  and (@Mood = 0 or (@Mood = 1 and c.sentiment is null) or (@Mood = 2 and c.sentiment >= @Low and c.sentiment <= @High))
  and (@Topic = '' or instr(c.topics, @Topic) > 0)
  and (@Kind = '' or json_extract(r.answers, '$.kind') = @Kind)
order by c.place
limit @Count
