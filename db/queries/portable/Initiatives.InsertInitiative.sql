-- One row: a change programme.
insert into initiative (initiative_key, title, start_day, way_points)
values (@InitiativeKey, @Title, @StartDay, @WayPoints)
