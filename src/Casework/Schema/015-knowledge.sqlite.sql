-- The knowledge base (værktøjskasse): an article, the steps of work that it belongs to, and its earlier versions.
create table knowledge_articles (
  id blob not null primary key, title text not null, kind text not null, steps text not null, summary text not null, body text not null, rules text not null, film text, search_text text not null,
  review_by text not null, published integer not null, edition integer not null, changed_at integer not null, changed_by text not null, version integer not null);
create index knowledge_articles_published on knowledge_articles (published, kind);

create table knowledge_editions (
  id blob not null primary key, article_id blob not null references knowledge_articles (id), edition integer not null, title text not null, body text not null, changed_at integer not null, changed_by text not null, version integer not null);
create unique index knowledge_editions_article on knowledge_editions (article_id, edition);
