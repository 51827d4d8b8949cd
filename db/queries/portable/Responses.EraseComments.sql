-- Touches one row per text of a response: it is removed.
delete from comment
where response = @Seq
