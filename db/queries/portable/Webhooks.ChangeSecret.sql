-- Touches one row, if there is one: the secret so far is the earlier one until @Until.
update webhook
set earlier_secret = secret, earlier_until = @Until, secret = @Secret
where id = @Id
