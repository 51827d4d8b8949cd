-- Touches the one row, unless another process did a moment ago: everything committed before @Now is in every copy that has this. A beat from far ahead is of a clock that was set back.
update replica_beat
set sent_at = @Now
where id = 1 and (sent_at < @Before or sent_at > @After)
