-- Touches one row, if there is one: the address goes.
delete from webhook
where id = @Id
