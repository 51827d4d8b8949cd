-- Touches one row, unless the response is erased: nobody else changes it until the transaction ends.
update response
set erased = 0
where seq = @Seq and erased = 0
