-- Every row but the @Kept newest goes.
delete from computed_rows
where question in (
  select n.question
  from (
    select c.question, row_number() over (order by c.computed_at desc, c.question) as place
    from computed_rows c) n
  where n.place > @Kept)
