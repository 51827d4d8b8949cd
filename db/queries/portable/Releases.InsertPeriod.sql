-- One row: a period that is closed now.
insert into survey_period (survey, period, first_day, past_day, state, merged_into, closed_at, closed_by, frozen)
values (@Survey, @Number, @FirstDay, @PastDay, @State, @MergedInto, @ClosedAt, @ClosedBy, @Frozen)
