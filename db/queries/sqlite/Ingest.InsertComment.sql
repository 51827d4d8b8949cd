-- One row: an answered text.
insert into comment (response, variable, text)
select seq, @Variable, @Text
from response
where id = @Id
