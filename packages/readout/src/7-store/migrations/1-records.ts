/**
 * Articles and their records. `n` numbers articles within one store and never leaves it; ids are hashes of content. `json` is the thing as the record has
 * it; the columns beside it are what is asked for. Dates are ISO text, booleans 0 or 1.
 */
export const RECORDS = {
  shared: `
CREATE TABLE articles (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  hash TEXT NOT NULL,
  engine TEXT NOT NULL,
  knowledge TEXT NOT NULL,
  model TEXT NOT NULL,
  title TEXT,
  text TEXT NOT NULL,
  names TEXT NOT NULL,
  url TEXT,
  page TEXT,
  language TEXT NOT NULL,
  publisher TEXT,
  publisher_name TEXT,
  publisher_state TEXT,
  official INTEGER,
  day TEXT,
  superseded_by TEXT,
  frame TEXT NOT NULL
);
CREATE INDEX articles_day ON articles (day, id);
CREATE INDEX articles_page ON articles (page);
CREATE INDEX articles_publisher ON articles (publisher, day);

CREATE TABLE entities (
  article INTEGER NOT NULL REFERENCES articles (n), seq INTEGER NOT NULL,
  id TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, state TEXT, sector TEXT, mentions INTEGER NOT NULL, json TEXT NOT NULL,
  PRIMARY KEY (article, seq)
);
CREATE INDEX entities_id ON entities (id, article);
CREATE INDEX entities_name ON entities (lower(name));

CREATE TABLE mentions (
  article INTEGER NOT NULL REFERENCES articles (n), seq INTEGER NOT NULL,
  local TEXT NOT NULL, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, kind TEXT NOT NULL, json TEXT NOT NULL,
  PRIMARY KEY (article, seq)
);

CREATE TABLE times (
  article INTEGER NOT NULL REFERENCES articles (n), seq INTEGER NOT NULL,
  local TEXT NOT NULL, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, type TEXT NOT NULL, value TEXT NOT NULL, json TEXT NOT NULL,
  PRIMARY KEY (article, seq)
);

CREATE TABLE claims (
  article INTEGER NOT NULL REFERENCES articles (n), seq INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE, local TEXT NOT NULL, source TEXT, source_state TEXT, act TEXT NOT NULL, quotation TEXT NOT NULL,
  status TEXT NOT NULL, polarity TEXT NOT NULL, rule TEXT NOT NULL, json TEXT NOT NULL,
  PRIMARY KEY (article, seq)
);
CREATE INDEX claims_source ON claims (source);
CREATE INDEX claims_source_state ON claims (source_state);

CREATE TABLE topics (
  article INTEGER NOT NULL REFERENCES articles (n), record TEXT NOT NULL, seq INTEGER NOT NULL, entity TEXT NOT NULL, state TEXT,
  PRIMARY KEY (record, seq)
);
CREATE INDEX topics_article ON topics (article);
CREATE INDEX topics_entity ON topics (entity, record);
CREATE INDEX topics_state ON topics (state, record);

CREATE TABLE events (
  article INTEGER NOT NULL REFERENCES articles (n), seq INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE, local TEXT NOT NULL, event TEXT NOT NULL, mode TEXT, cameo TEXT NOT NULL, quad INTEGER NOT NULL, goldstein REAL NOT NULL,
  modality TEXT NOT NULL, polarity TEXT NOT NULL, status TEXT NOT NULL, day TEXT, day_end TEXT, location TEXT, claim TEXT, rule TEXT NOT NULL,
  json TEXT NOT NULL,
  PRIMARY KEY (article, seq)
);
CREATE INDEX events_day ON events (day);
CREATE INDEX events_type ON events (event, day);

-- Role 'with': an actor of an act without recipient that all do alike (isMutual) stands as recipient to its other actors.
CREATE TABLE event_parties (
  article INTEGER NOT NULL REFERENCES articles (n), event TEXT NOT NULL, role TEXT NOT NULL, party INTEGER NOT NULL,
  entity TEXT NOT NULL, state TEXT, sector TEXT, day TEXT,
  PRIMARY KEY (event, role, party)
);
CREATE INDEX event_parties_article ON event_parties (article);
CREATE INDEX event_parties_state ON event_parties (state, role, day, event);
CREATE INDEX event_parties_entity ON event_parties (entity, role, day, event);

CREATE TABLE relations (
  article INTEGER NOT NULL REFERENCES articles (n), seq INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE, local TEXT NOT NULL, kind TEXT NOT NULL, status TEXT NOT NULL, knowledge TEXT, day TEXT, day_end TEXT,
  rule TEXT NOT NULL, json TEXT NOT NULL,
  PRIMARY KEY (article, seq)
);
CREATE INDEX relations_kind ON relations (kind);

CREATE TABLE relation_parties (
  article INTEGER NOT NULL REFERENCES articles (n), relation TEXT NOT NULL, party INTEGER NOT NULL, entity TEXT NOT NULL, state TEXT, part TEXT,
  PRIMARY KEY (relation, party)
);
CREATE INDEX relation_parties_article ON relation_parties (article);
CREATE INDEX relation_parties_entity ON relation_parties (entity, relation);
CREATE INDEX relation_parties_state ON relation_parties (state, relation);

CREATE TABLE silences (
  article INTEGER NOT NULL REFERENCES articles (n), seq INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE, local TEXT NOT NULL, by_entity TEXT, by_state TEXT, kind TEXT NOT NULL, rule TEXT NOT NULL, json TEXT NOT NULL,
  PRIMARY KEY (article, seq)
);

CREATE TABLE figures (
  article INTEGER NOT NULL REFERENCES articles (n), seq INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE, local TEXT NOT NULL, value REAL NOT NULL, unit TEXT NOT NULL, json TEXT NOT NULL,
  PRIMARY KEY (article, seq)
);

CREATE TABLE problems (
  article INTEGER NOT NULL REFERENCES articles (n), seq INTEGER NOT NULL, code TEXT NOT NULL, json TEXT NOT NULL,
  PRIMARY KEY (article, seq)
);

CREATE TABLE evidence (
  article INTEGER NOT NULL REFERENCES articles (n), record TEXT NOT NULL, seq INTEGER NOT NULL,
  part TEXT NOT NULL, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
  PRIMARY KEY (record, seq)
);
CREATE INDEX evidence_article ON evidence (article, span_start);
`,
  sqlite: `
CREATE VIRTUAL TABLE words USING fts5 (title, text, names, content='articles', content_rowid='n', tokenize="unicode61 remove_diacritics 2");
CREATE TRIGGER articles_words_in AFTER INSERT ON articles BEGIN
  INSERT INTO words (rowid, title, text, names) VALUES (new.n, new.title, new.text, new.names);
END;
CREATE TRIGGER articles_words_change AFTER UPDATE OF title, text, names ON articles BEGIN
  INSERT INTO words (words, rowid, title, text, names) VALUES ('delete', old.n, old.title, old.text, old.names);
  INSERT INTO words (rowid, title, text, names) VALUES (new.n, new.title, new.text, new.names);
END;
`,
} as const;
