-- Touches one row, if there is one: the address is told nothing any more, or again when @Paused is null.
update webhook
set paused = @Paused
where id = @Id
