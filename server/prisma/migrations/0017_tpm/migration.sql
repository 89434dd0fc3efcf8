-- A machine is named by its TPM's key too.
alter table resource_identifiers
  drop constraint resource_identifiers_kind_check,
  add constraint resource_identifiers_kind_check check (kind in ('uuid', 'tpm', 'serial', 'board', 'disk', 'mac', 'loose_mac'));
