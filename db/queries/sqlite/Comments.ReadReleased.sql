-- One row per comment that a release shows, in its order: @Count of those after a place, and those of one node alone where @Unit is not empty.
select survey as Survey, period as Period, place as Place, unit as Unit, item as Item, kind as Kind, language as Language, text as Text,
  sentiment as Sentiment, topics as Topics
from released_comment
where survey = @Survey and period = @Number and place > @After and (@Unit = '' or unit = @Unit)
order by place
limit @Count
