/**
 * Ways to what was slow in a store of 100,000 articles: relations of a party put together, ties of one party and of all, who speaks for a state, and the
 * few entities that have a point. Every one is read from its index alone.
 */
export const PATHS = {
  shared: `
CREATE INDEX relations_told ON relations (id, kind, parties, status, day, day_end, published, article);
CREATE INDEX claims_voices ON claims (source_state, source, status, published, article);
CREATE INDEX acts_from ON acts (event, shown, a, states, own, b, way, day, article);
CREATE INDEX acts_to ON acts (event, shown, b, states, own, a, way, day, article);
`,
  sqlite: `
CREATE INDEX entities_point ON entities (id, article) WHERE instr(json, '"lat":') > 0;
`,
} as const;
