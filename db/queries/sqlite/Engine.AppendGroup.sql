-- One row: what a transaction of the writer adds to counts, and how many counts that is.
insert into tally_group (counts, content)
values (@Counts, @Content)
