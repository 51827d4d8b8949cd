-- Touches one row: a text that was read again, and what came of it. Its original stays as it is.
update comment
set text = @Text, language = @Language, sentiment = @Sentiment, topics = @Topics, analysis = @Analysis, place = @Place
where response = @Response and variable = @Variable
