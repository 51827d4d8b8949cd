-- Removes the texts of a response.
delete from comment
where response = @Seq
