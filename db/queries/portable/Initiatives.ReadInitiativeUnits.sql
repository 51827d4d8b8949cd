-- One row per unit that a change programme touches.
select initiative as InitiativeKey, unit as Unit
from initiative_unit
order by initiative, unit
