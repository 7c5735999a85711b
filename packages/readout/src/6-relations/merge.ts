/** One relation told twice is one relation with all its evidence: same kind, parties and status, unordered where the parts are alike. */
import type { Relation } from '../model/index.ts';

/** The relations with each once, in the order in which they were first told. */
export function mergeRelations(relations: readonly Relation[]): Relation[] {
  const kept = new Map<string, Relation>();
  for (const r of relations) {
    const key = keyOf(r);
    const k = kept.get(key);
    kept.set(key, k ? both(k, r) : r);
  }
  return [...kept.values()];
}

function keyOf(r: Relation): string {
  const alike = r.parties.every((p) => p.as === undefined || p.as === r.parties[0]?.as);
  const parties = alike ? r.parties.map((p) => p.entity).sort() : r.parties.map((p) => `${p.entity}:${p.as}`);
  return `${r.kind}/${r.status}/${parties.join('/')}`;
}

/** The article's own voice outweighs a claim; the first degree, start and end stay. */
function both(k: Relation, r: Relation): Relation {
  const { claim: _, ...rest } = k;
  const claim = k.claim !== undefined && r.claim !== undefined ? k.claim : undefined;
  const degree = k.degree ?? r.degree;
  const start = k.start ?? r.start;
  const end = k.end ?? r.end;
  const more = r.evidence.filter(
    (e) => !k.evidence.some((x) => x.as === e.as && x.span.start === e.span.start && x.span.end === e.span.end),
  );
  return {
    ...rest,
    ...(degree ? { degree } : {}),
    ...(start ? { start } : {}),
    ...(end ? { end } : {}),
    ...(claim === undefined ? {} : { claim }),
    evidence: [...k.evidence, ...more],
  };
}
