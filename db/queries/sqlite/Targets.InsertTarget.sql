-- One row: a target of the list.
insert into target (audience, indicator, measure, unit, direction, value, until_day)
values (@Audience, @Indicator, @Measure, @Unit, @Direction, @Value, @UntilDay)
