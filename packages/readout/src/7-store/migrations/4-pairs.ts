/** Whether a party or topic is also in a record is asked of an index alone; and who read the articles without touching them. */
export const PAIRS = {
  shared: `
CREATE INDEX relation_parties_pair ON relation_parties (relation, entity, state);
CREATE INDEX topics_pair ON topics (record, entity, state);
CREATE INDEX articles_engine ON articles (engine, knowledge, model);
`,
  sqlite: '',
} as const;
