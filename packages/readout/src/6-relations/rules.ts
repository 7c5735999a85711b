/** Relation rules as data from knowledge/rules/relations → an index by trigger word; words that carry a relation (lexicon/relation-verbs.tsv). */
import { wordMap } from '../2-sentences/word-map.ts';
import { strings } from '../5-events/rules.ts';
import type { Knowledge, RuleData } from '../knowledge.ts';
import type { RelationKind } from '../model/index.ts';

/** How a rule's word is used: a `noun` names one party ("ally"), a `bond` the relation itself ("alliance"); `verb` and `adj` say it. */
export type TriggerForm = 'noun' | 'bond' | 'verb' | 'adj';

/** What a verb above a bond does to it. */
export type Effect = 'start' | 'end' | 'seek' | 'hold' | 'presuppose' | 'lack';

/** A rule of rules/relations/*.yaml. */
export interface RelationRule {
  readonly id: string;
  /** Absent for rules that only take a word away. */
  readonly kind?: RelationKind;
  readonly form: TriggerForm;
  /** Words before the noun (or after the verb) that belong to the trigger. */
  readonly rest: readonly string[];
  /** Part names of holder and other; absent for relations that hold alike. */
  readonly as: readonly [string, string] | undefined;
  readonly mutual: boolean;
  /** Where the other stands: `poss`, `mod`, `object`, prepositions. */
  readonly other: readonly string[];
  /** Case marker that the noun itself must have ("at war"). */
  readonly case: readonly string[];
  /** One of these lemmas must stand among the words of the trigger's phrase or complement. */
  readonly with: ReadonlySet<string> | undefined;
  readonly without: ReadonlySet<string> | undefined;
  /** One of these lemmas in the sentence takes the word away. */
  readonly unless: ReadonlySet<string> | undefined;
  /** What holder and other may be: `state`, `organisation`, `group`, `place`, `person`. */
  readonly holderIs: ReadonlySet<string>;
  readonly otherIs: ReadonlySet<string>;
  readonly effect: Effect | undefined;
  readonly status: 'holds' | 'held' | 'denied' | 'sought' | undefined;
  readonly degree: string | undefined;
  /** All parties in one relation, the others alike ("mediates between A and B"). */
  readonly together: boolean;
  /** One party is enough ("is under sanctions"). */
  readonly single: boolean;
  /** One of the parties must be known beforehand: the kin of leaders, not of everybody. */
  readonly known: boolean;
  readonly order: number;
}

/** Rules by trigger, and what verbs do to a relation. */
export interface RelationRules {
  at(form: TriggerForm, lemma: string): readonly RelationRule[];
  effectOf(verb: string): Effect | undefined;
  readonly degrees: ReadonlySet<string>;
}

const setOf = (v: unknown): ReadonlySet<string> | undefined => (v === undefined ? undefined : new Set(strings(v)));
const FORMS: readonly TriggerForm[] = ['noun', 'bond', 'verb', 'adj'];
const OTHER_SLOTS: Readonly<{ [form in TriggerForm]: readonly string[] }> = {
  noun: ['poss', 'of', 'mod', 'to', 'with'],
  bond: ['with'],
  verb: ['object'],
  adj: ['with', 'to'],
};
const PARTIES: readonly string[] = ['state', 'organisation', 'group'];
const NO_RULES: readonly RelationRule[] = [];

/** The relation rules of the knowledge, made ready once. */
export function readRelationRules(knowledge: Knowledge): RelationRules {
  const index = {
    noun: wordMap<RelationRule[]>(),
    bond: wordMap<RelationRule[]>(),
    verb: wordMap<RelationRule[]>(),
    adj: wordMap<RelationRule[]>(),
  };
  knowledge.relationRules.forEach((data, order) => {
    for (const form of FORMS) {
      for (const words of strings(data[form])) {
        const parts = words.toLowerCase().split(' ');
        const nominal = form === 'noun' || form === 'bond';
        const key = (nominal ? parts[parts.length - 1] : parts[0]) ?? '';
        const rule = asRule(data, form, nominal ? parts.slice(0, -1) : parts.slice(1), order);
        const have = index[form].get(key);
        if (have) have.push(rule);
        else index[form].set(key, [rule]);
      }
    }
  });
  for (const form of FORMS) for (const rules of index[form].values()) rules.sort((a, b) => weight(b) - weight(a) || a.order - b.order);
  const effects = new Map(knowledge.lexicon('relation-verbs').map((r) => [r.verb ?? '', r.effect as Effect]));
  return {
    at: (form, lemma) => index[form].get(lemma) ?? NO_RULES,
    effectOf: (verb) => effects.get(verb),
    degrees: new Set(knowledge.lexicon('degrees').map((r) => r.word ?? '')),
  };
}

const weight = (r: RelationRule): number =>
  r.rest.length * 2 + (r.case.length > 0 ? 1 : 0) + (r.with ? 1 : 0) + (r.unless ? 0.25 : 0) + (r.kind ? 0 : 0.5);

function asRule(data: RuleData, form: TriggerForm, rest: readonly string[], order: number): RelationRule {
  const [first, second] = strings(data.as);
  const other = strings(data.other);
  const text = (v: unknown): string | undefined => (v === undefined ? undefined : String(v));
  return {
    id: String(data.id ?? ''),
    ...(data.none || !data.kind ? {} : { kind: String(data.kind) as RelationKind }),
    form,
    rest,
    as: first !== undefined && second !== undefined ? [first, second] : undefined,
    mutual: data.mutual === true,
    other: other.length > 0 ? other : OTHER_SLOTS[form],
    case: strings(data.case),
    with: setOf(data.with),
    without: setOf(data.without),
    unless: setOf(data.unless),
    holderIs: setOf(data['holder-is']) ?? new Set(PARTIES),
    otherIs: setOf(data['other-is']) ?? new Set(PARTIES),
    effect: text(data.effect) as Effect | undefined,
    status: text(data.status) as RelationRule['status'],
    degree: text(data.degree),
    together: data.together === true,
    single: data.single === true,
    known: data.known === true,
    order,
  };
}
