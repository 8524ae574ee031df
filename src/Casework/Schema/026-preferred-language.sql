-- The language that a citizen would rather read and be spoken to in; null is not said, and then Danish.
alter table citizens add column preferred_language {text};
