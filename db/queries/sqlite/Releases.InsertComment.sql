-- One row: a comment as a release shows it.
insert into released_comment (survey, period, place, unit, item, kind, language, text, sentiment, topics)
values (@Survey, @Period, @Place, @Unit, @Item, @Kind, @Language, @Text, @Sentiment, @Topics)
