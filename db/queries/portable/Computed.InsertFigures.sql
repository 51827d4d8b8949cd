-- One row: the answer to a question.
insert into computed_rows (question, fingerprint, first_day, past_day, computed_at, figures)
values (@Question, @Fingerprint, @FirstDay, @PastDay, @ComputedAt, @Figures)
