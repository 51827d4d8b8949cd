-- One row per message or closing of a flag, in the order in which they came.
select response as Response, number as Number, author as Author, message_key as MessageKey, text as Text, case when text is null then 1 else 0 end as Closes, week as Week
from flag_message
where response = @Response
order by number
