-- One row: a stream that is in alarm for the first time.
insert into warned_stream (stream, week)
values (@Stream, @Week)
