-- One row per listed comment with all the words, in the order drawn by lot: @Count of those after a place that pass the filters, as Comments.ReadListed has them.
select top (@Count) c.seq as Seq, c.place as Place, c.survey as Survey, c.month as Month, c.cohort as Cohort, c.variable as Variable, c.text as Text,
  c.language as Language, c.sentiment as Sentiment, c.topics as Topics, case when @WithAnswers = 1 then r.answers else null end as Answers
from comment c
join response r on r.seq = c.response
where c.survey in (select cast(j.value as int) from openjson(@Surveys) j) and c.month >= @First and c.month <= @Last and c.place > @After and r.day >= @FirstDay and r.day < @PastDay
  and not exists (
    select 1
    from openjson(@Match) w
    where N' ' + c.text + N' ' collate Latin1_General_100_CI_AI not like w.value collate Latin1_General_100_CI_AI)
  and (@Cohorts is null or c.cohort in (select cast(j.value as int) from openjson(@Cohorts) j))
  and (@Variables is null or c.variable in (select cast(j.value as int) from openjson(@Variables) j))
  and (@Language = '' or coalesce(c.language, 'und') = @Language)
  and (@Mood = 0 or (@Mood = 1 and c.sentiment is null) or (@Mood = 2 and c.sentiment >= @Low and c.sentiment <= @High))
  and (@Topic = '' or charindex(@Topic, c.topics) > 0)
  and (@Kind = '' or json_value(r.answers, '$.kind') = @Kind)
order by c.place
