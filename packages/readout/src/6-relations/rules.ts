/** Relation rules as data from knowledge/rules/relations → an index by trigger word. */
import type { Knowledge, RuleData } from '../knowledge.ts';
import type { RelationKind } from '../model/index.ts';

export interface RelationRule {
  readonly id: string;
  /** Absent for rules that only take a word away. */
  readonly kind?: RelationKind;
  readonly pos: 'noun' | 'verb' | 'adj';
  /** Words before the noun (or after the verb) that belong to the trigger. */
  readonly rest: readonly string[];
  /** Part names of holder and other; empty for relations that hold alike. */
  readonly as: readonly [string, string] | undefined;
  readonly mutual: boolean;
  /** Where the other stands: `poss`, `mod`, `object`, `between`, prepositions. */
  readonly other: readonly string[];
  /** Case marker the noun itself must have ("at war"). */
  readonly case: string | undefined;
  /** One of these lemmas must stand below the trigger. */
  readonly with: ReadonlySet<string> | undefined;
  readonly without: ReadonlySet<string> | undefined;
  /** What kinds the other may be: `state`, `organisation`, `any`. */
  readonly otherIs: ReadonlySet<string>;
  readonly status: 'holds' | 'held' | 'sought' | undefined;
  readonly degree: string | undefined;
  readonly order: number;
}

export interface RelationRules {
  at(pos: RelationRule['pos'], lemma: string): readonly RelationRule[];
  readonly degrees: ReadonlySet<string>;
}

const list = (v: unknown): string[] => (Array.isArray(v) ? v.map(String) : v === undefined || v === null ? [] : [String(v)]);

export function readRelationRules(knowledge: Knowledge): RelationRules {
  const index = new Map<string, RelationRule[]>();
  knowledge.relationRules.forEach((data, order) => {
    for (const pos of ['noun', 'verb', 'adj'] as const) {
      for (const words of list(data[pos])) {
        const parts = words.toLowerCase().split(' ');
        const key = `${pos}/${pos === 'noun' ? parts[parts.length - 1] : parts[0]}`;
        const rule = asRule(data, pos, pos === 'noun' ? parts.slice(0, -1) : parts.slice(1), order);
        const have = index.get(key);
        if (have) have.push(rule);
        else index.set(key, [rule]);
      }
    }
  });
  for (const rules of index.values()) rules.sort((a, b) => weight(b) - weight(a) || a.order - b.order);
  return {
    at: (pos, lemma) => index.get(`${pos}/${lemma}`) ?? [],
    degrees: new Set(knowledge.lexicon('degrees').map((r) => r.word ?? '')),
  };
}

const weight = (r: RelationRule): number => r.rest.length * 2 + (r.case ? 1 : 0) + (r.with ? 1 : 0) + (r.kind ? 0 : 0.5);

function asRule(data: RuleData, pos: RelationRule['pos'], rest: readonly string[], order: number): RelationRule {
  const as = list(data.as);
  const set = (v: unknown): ReadonlySet<string> | undefined => (v === undefined ? undefined : new Set(list(v)));
  return {
    id: String(data.id ?? ''),
    ...(data.none || !data.kind ? {} : { kind: String(data.kind) as RelationKind }),
    pos,
    rest,
    as: as.length === 2 ? [as[0] ?? '', as[1] ?? ''] : undefined,
    mutual: data.mutual === true,
    other: list(data.other).length > 0 ? list(data.other) : pos === 'verb' ? ['object'] : ['poss', 'of', 'mod', 'to', 'with'],
    case: data.case === undefined ? undefined : String(data.case),
    with: set(data.with),
    without: set(data.without),
    otherIs: new Set(list(data['other-is']).length > 0 ? list(data['other-is']) : ['state', 'organisation', 'group']),
    status: data.status === undefined ? undefined : (String(data.status) as 'holds' | 'held' | 'sought'),
    degree: data.degree === undefined ? undefined : String(data.degree),
    order,
  };
}
