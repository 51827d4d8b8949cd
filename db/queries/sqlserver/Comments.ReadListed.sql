-- One row per listed comment of a survey and a month in the order drawn by lot: @Count of those after a place that pass the filters. An empty text, 0 and null filter
-- nothing; @Mood 1 is unscored, 2 a score from @Low to @High.
select top (@Count) c.seq as Seq, c.place as Place, c.survey as Survey, c.month as Month, c.cohort as Cohort, c.variable as Variable, c.text as Text,
  c.language as Language, c.sentiment as Sentiment, c.topics as Topics, case when @WithAnswers = 1 then r.answers else null end as Answers
from comment c
join response r on r.seq = c.response
where c.survey = @Survey and c.month = @Month and c.place > @After and r.day >= @FirstDay and r.day < @PastDay
  and (@Cohorts is null or c.cohort in (select cast(j.value as int) from openjson(@Cohorts) j))
  and (@Variables is null or c.variable in (select cast(j.value as int) from openjson(@Variables) j))
  and (@Language = '' or coalesce(c.language, 'und') = @Language)
  and (@Mood = 0 or (@Mood = 1 and c.sentiment is null) or (@Mood = 2 and c.sentiment >= @Low and c.sentiment <= @High))
  and (@Topic = '' or charindex(@Topic, c.topics) > 0)
  and (@Kind = '' or json_value(r.answers, '$.kind') = @Kind)
order by c.place
