-- One row: an answered text.
insert into comment (response, variable, text, language, sentiment, topics, analysis, place, original)
select seq, @Variable, @Text, @Language, @Sentiment, @Topics, @Analysis, @Place, @Original
from response
where id = @Id
