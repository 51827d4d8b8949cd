-- One row per text of a response, as it is stored.
select variable as Variable, text as Text, language as Language, sentiment as Sentiment, topics as Topics, analysis as Analysis, place as Place, original as Original
from comment
where response = @Seq
order by seq
