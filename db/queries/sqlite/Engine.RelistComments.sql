-- Touches one row per text within a stretch of the table that waited until the index of words was empty: it is listed, and its words are found, again later.
update comment
set month = null
where month < 0 and seq > @After and seq <= @Last
