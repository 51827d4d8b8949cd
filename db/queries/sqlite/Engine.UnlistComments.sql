-- Touches one row per listed text of customers within a stretch of the table: it is listed no more, and waits until the index of words is empty.
update comment
set month = -1
where month > 0 and seq > @After and seq <= @Last
