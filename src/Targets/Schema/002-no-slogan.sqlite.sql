-- A plan's slogan is not read from its document.
alter table plans drop column slogan;
