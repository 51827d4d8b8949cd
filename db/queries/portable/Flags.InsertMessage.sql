-- One row: a message of a thread, or without a text its closing.
insert into flag_message (response, number, author, message_key, text, week)
values (@Response, @Number, @Author, @MessageKey, @Text, @Week)
