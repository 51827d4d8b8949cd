-- One row per response, in their order: @Count of those after one that have a text which was read by an earlier analysis.
select distinct c.response as Seq
from comment c
where c.response > @After and c.analysis < @Analysis
order by c.response
limit @Count
