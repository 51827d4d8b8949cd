-- One row per listed comment of a survey and a month in the order drawn by lot: @Count of those after a place that pass the filters. An empty text, 0 and null filter
-- nothing; @Mood 1 is unscored, 2 a score from @Low to @High.
select c.seq as Seq, c.place as Place, c.survey as Survey, c.month as Month, c.cohort as Cohort, c.variable as Variable, c.text as Text,
  c.language as Language, c.sentiment as Sentiment, c.topics as Topics, case when @WithAnswers = 1 then r.answers else null end as Answers
from comment c
join response r on r.seq = c.response
where c.survey = @Survey and c.month = @Month and c.month > 0 and c.place > @After and r.day >= @FirstDay and r.day < @PastDay
  and (@Cohorts is null or c.cohort in (select value from json_each(@Cohorts)))
  and (@Variables is null or c.variable in (select value from json_each(@Variables)))
  and (@Language = '' or coalesce(c.language, 'und') = @Language)
  and (@Mood = 0 or (@Mood = 1 and c.sentiment is null) or (@Mood = 2 and c.sentiment >= @Low and c.sentiment <= @High))
  and (@Topic = '' or instr(c.topics, @Topic) > 0)
  and (@Kind = '' or json_extract(r.answers, '$.kind') = @Kind)
order by c.place
limit @Count
