-- One row: a number of the company's own.
insert into outcome (name, unit, period, value)
values (@Name, @Unit, @Period, @Value)
