-- Touches one row, if the stream was in alarm before.
update warned_stream
set week = @Week
where stream = @Stream
