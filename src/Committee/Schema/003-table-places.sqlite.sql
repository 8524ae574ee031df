-- Where a table was printed: under which heading of the case text, and after how many of its paragraphs.
alter table agenda_item_tables add column section_heading text;
alter table agenda_item_tables add column after_paragraphs integer;
