-- One row, if the stream was ever in alarm: the first day of the last week in which it was.
select week as Week
from warned_stream
where stream = @Stream
