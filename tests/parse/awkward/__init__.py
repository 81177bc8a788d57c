"""Minutes and agendas in the templates of invented bodies, each with the trouble it makes."""
