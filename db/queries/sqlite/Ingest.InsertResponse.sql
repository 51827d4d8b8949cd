-- One row, unless the id is known: then nothing changes.
insert into response (id, content_hash, survey, version, day, period, cohort, answered_at, delay, language, respondent, weight, answers, erased)
values (@Id, @ContentHash, @Survey, @Version, @Day, @Period, @Cohort, @AnsweredAt, @Delay, @Language, @Respondent, @Weight, @Answers, 0)
on conflict (id) do nothing
