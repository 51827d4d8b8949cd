-- One row per change programme.
select initiative_key as InitiativeKey, title as Title, start_day as StartDay, way_points as WayPoints
from initiative
order by initiative_key
