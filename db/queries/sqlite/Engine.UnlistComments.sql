-- Touches one row per listed text of customers: it is listed, and its words are found, again later.
update comment
set month = null
where month > 0
