/**
 * What lists and numbers are read from in a store of 100,000 articles without touching the texts: `reports` is the slim side of `articles` (`shown` 0 where a
 * later version stands in its place), `acts` has a row for each pair that an event is between (`a` not after `b`; `way` 1 forth, 2 back, 3 both; `shown` 1 in
 * the default view; `act` the same for tellings of one act), `totals` an entity's sums over shown articles. `published` is the article's day, `''` for none; `parties` of a
 * relation are its entities and parts as JSON, sorted.
 */
export const MEASURES = {
  shared: `
CREATE TABLE reports (
  n INTEGER PRIMARY KEY REFERENCES articles (n), id TEXT NOT NULL, day TEXT NOT NULL, publisher TEXT, state TEXT, shown INTEGER NOT NULL
);
INSERT INTO reports (n, id, day, publisher, state, shown)
  SELECT n, id, coalesce(day, ''), publisher, publisher_state, CASE WHEN superseded_by IS NULL THEN 1 ELSE 0 END FROM articles;
CREATE INDEX reports_day ON reports (day, id, shown);
CREATE INDEX reports_publisher ON reports (publisher, day, shown);
CREATE INDEX reports_state ON reports (state, day, shown);

CREATE TABLE totals (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, state TEXT, sector TEXT, reports INTEGER NOT NULL, mentions INTEGER NOT NULL
);
INSERT INTO totals (id, kind, name, state, sector, reports, mentions)
  SELECT entities.id, min(kind), min(name), min(entities.state), min(sector), count(*), sum(mentions)
  FROM entities JOIN reports ON reports.n = entities.article WHERE reports.shown = 1 GROUP BY entities.id;
CREATE INDEX totals_mentions ON totals (mentions, id);
CREATE INDEX totals_state ON totals (state);
CREATE INDEX totals_name ON totals (lower(name));

ALTER TABLE claims ADD COLUMN published TEXT NOT NULL DEFAULT '';
ALTER TABLE topics ADD COLUMN published TEXT NOT NULL DEFAULT '';
ALTER TABLE relations ADD COLUMN published TEXT NOT NULL DEFAULT '';
ALTER TABLE relations ADD COLUMN parties TEXT NOT NULL DEFAULT '';
ALTER TABLE relation_parties ADD COLUMN published TEXT NOT NULL DEFAULT '';
ALTER TABLE silences ADD COLUMN published TEXT NOT NULL DEFAULT '';
UPDATE claims SET published = (SELECT day FROM reports WHERE n = article);
UPDATE topics SET published = (SELECT day FROM reports WHERE n = article);
UPDATE relations SET published = (SELECT day FROM reports WHERE n = article);
UPDATE relation_parties SET published = (SELECT day FROM reports WHERE n = article);
UPDATE silences SET published = (SELECT day FROM reports WHERE n = article);
DROP INDEX entities_name;
DROP INDEX claims_source;
DROP INDEX claims_source_state;
DROP INDEX topics_entity;
DROP INDEX topics_state;
DROP INDEX relations_kind;
DROP INDEX relation_parties_entity;
DROP INDEX relation_parties_state;
CREATE INDEX entities_name ON entities (lower(name), id);
CREATE INDEX claims_published ON claims (published);
CREATE INDEX claims_source ON claims (source, published, source_state, status, article);
CREATE INDEX claims_source_state ON claims (source_state, published);
CREATE INDEX topics_entity ON topics (entity, published, record);
CREATE INDEX topics_state ON topics (state, published, record);
CREATE INDEX relations_published ON relations (published);
CREATE INDEX relations_kind ON relations (kind, published);
CREATE INDEX relation_parties_entity ON relation_parties (entity, published, relation);
CREATE INDEX relation_parties_state ON relation_parties (state, published, relation);
CREATE INDEX events_location ON events (location, modality, status, polarity, day, event, quad, article);
CREATE INDEX silences_published ON silences (published);
`,
  // Another engine makes the same table without the last words of it.
  sqlite: `
CREATE TABLE acts (
  a TEXT NOT NULL, b TEXT NOT NULL, day TEXT NOT NULL, article INTEGER NOT NULL REFERENCES articles (n), seq INTEGER NOT NULL,
  way INTEGER NOT NULL, own INTEGER NOT NULL, states INTEGER NOT NULL, shown INTEGER NOT NULL,
  event TEXT NOT NULL, quad INTEGER NOT NULL, goldstein REAL NOT NULL, act TEXT NOT NULL,
  PRIMARY KEY (a, b, day, article, seq)
) WITHOUT ROWID;
CREATE INDEX acts_article ON acts (article);
CREATE INDEX acts_event ON acts (event, shown, day, states, own, way);
`,
} as const;
