-- One row per message or closing of every flag of a survey, without its text: flag by flag, in the order in which they came.
select m.response as Response, m.number as Number, m.author as Author, case when m.text is null then 1 else 0 end as Closes, m.week as Week
from flag f
join flag_message m on m.response = f.response
where f.survey = @Survey
order by m.response, m.number
