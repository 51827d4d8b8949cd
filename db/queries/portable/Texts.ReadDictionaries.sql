-- One row per list of words that the organisation loaded.
select name as Name, number as Number, content as Content, changed_at as ChangedAt
from dictionary
