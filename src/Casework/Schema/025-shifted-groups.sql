-- When the group before a shift had begun, where the shift took it away whole.
alter table benefit_shifts add column group_from {day};
