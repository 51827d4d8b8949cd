-- One row: an answered text. Of customers its month is open until it is listed.
insert into comment (response, variable, text, language, sentiment, topics, analysis, place, original, month)
select seq, @Variable, @Text, @Language, @Sentiment, @Topics, @Analysis, @Place, @Original, case when period = 0 then null else 0 end
from response
where id = @Id
