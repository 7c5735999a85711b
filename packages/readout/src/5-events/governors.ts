/**
 * Words above an act that change what was done: "promised to withdraw" is an agreement, "threatened to strike" a threat, "lifted
 * sanctions" a retreat. The table is knowledge/rules/governors.yaml; here it is only looked up along the tree.
 */
import { isDecidedAbove } from '../2-sentences/mood.ts';
import { baseRelation, caseOf, childrenBy, hasChild, lemmaAt, relationAt, type Tree } from '../2-sentences/syntax.ts';
import { isPassive } from '../2-sentences/voice.ts';
import type { Knowledge, RuleData } from '../knowledge.ts';
import type { EventType, Modality } from '../model/index.ts';
import { strings, type TriggerKind } from './rules.ts';

/** What a governor does itself, whatever stands below it ("urged": a request). */
export interface OuterAct {
  readonly event: EventType;
  readonly cameo: string;
  readonly mode?: string;
}

/** A row of governors.yaml: what a word does to the act below it. */
export interface Governor {
  readonly id: string;
  /** `xcomp`, `ccomp`, `object`, `acl`, `prep:X`, `new:X` of an act that is not known yet; `attribute`: the noun that it stands before. */
  readonly takes: ReadonlySet<string>;
  /** By event type, `cooperation`, `conflict`, or `any`. */
  readonly outer: ReadonlyMap<string, OuterAct | undefined>;
  /** The same where nobody is addressed and the governed act is against somebody: "called for sanctions against X" speaks against X. */
  readonly unaddressed: ReadonlyMap<string, OuterAct | undefined>;
  /** The same where the governed act is upon nobody that is known: "agreed to cut subsidies" threatens nobody. */
  readonly untargeted: ReadonlyMap<string, OuterAct | undefined>;
  readonly drop: boolean;
  readonly modality?: Modality;
  readonly negative: boolean;
  /** What it governs is history: "known for leading strikes". */
  readonly background: boolean;
  /** Only where the governor has an object, or the act a subject of its own: "want X to go", not "want to go". */
  readonly needsObject: boolean;
  /** Only where the governor has no object: "called on X to go", not "called X to thank him". */
  readonly needsNone: boolean;
  /** Its own act only where whoever does the act below does this, too: "warned that it would strike", not "warned that rebels would". */
  readonly needsOwn: boolean;
  /** The governor's subject is the recipient of the act, as in "face sanctions". */
  readonly swap: boolean;
  /** Where the one addressed stands: slots of the governor, in order. */
  readonly addressee: readonly string[];
}

/** Governors by word and by effect. */
export interface GovernorIndex {
  at(kind: TriggerKind, lemma: string): readonly Governor[];
  effect(effect: string): Governor | undefined;
}

/** A governor found above an act. */
export interface Governed {
  readonly governor: Governor;
  readonly token: number;
  readonly kind: TriggerKind;
  /** The noun between the two, where the act hangs on one: "rejected the *request* to extradite". */
  readonly noun?: number | undefined;
}

/** The governors of the knowledge, made ready once. */
export function readGovernors(knowledge: Knowledge): GovernorIndex {
  const index = { verb: new Map<string, Governor[]>(), noun: new Map<string, Governor[]>(), adj: new Map<string, Governor[]>() };
  const effects = new Map<string, Governor>();
  for (const data of knowledge.governors) {
    const governor = asGovernor(data);
    for (const kind of ['verb', 'noun', 'adj'] as const) {
      for (const lemma of strings(data[kind])) {
        const key = lemma.toLowerCase();
        const have = index[kind].get(key);
        if (have) have.push(governor);
        else index[kind].set(key, [governor]);
      }
    }
    for (const e of strings(data.effect)) effects.set(e, governor);
  }
  const none: readonly Governor[] = [];
  return { at: (kind, lemma) => index[kind].get(lemma) ?? none, effect: (e) => effects.get(e) };
}

/** A type with nothing behind it has no outer act. */
function actsOf(data: unknown): Map<string, OuterAct | undefined> {
  const acts = new Map<string, OuterAct | undefined>();
  if (!data || typeof data !== 'object') return acts;
  for (const [key, value] of Object.entries(data as Readonly<{ [k: string]: RuleData | null }>)) {
    if (value === null) acts.set(key, undefined);
    if (value?.event)
      acts.set(key, {
        event: String(value.event) as EventType,
        cameo: String(value.cameo ?? ''),
        ...(value.mode ? { mode: String(value.mode) } : {}),
      });
  }
  return acts;
}

function asGovernor(data: RuleData): Governor {
  const inner = data.inner;
  const changes = inner && typeof inner === 'object' ? (inner as RuleData) : {};
  return {
    id: String(data.id ?? ''),
    takes: new Set(strings(data.takes)),
    outer: actsOf(data.outer),
    unaddressed: actsOf(data.unaddressed),
    untargeted: actsOf(data.untargeted),
    drop: inner === 'drop',
    ...(changes.modality ? { modality: String(changes.modality) as Modality } : {}),
    negative: changes.polarity === 'negative',
    background: changes.status === 'background',
    needsObject: strings(data.needs).includes('object'),
    needsNone: strings(data.needs).includes('no-object'),
    needsOwn: strings(data.needs).includes('own'),
    swap: data.swap === true,
    addressee: strings(data.addressee),
  };
}

/** Whether anybody is asked by a governor, and whether the act below it is upon anybody. */
interface Aim {
  readonly addressed: boolean;
  readonly targeted: boolean;
}

/** The governor's own act for an act of this type and code, if it has one. */
export function outerAct(
  governor: Governor,
  type: EventType,
  quad: number,
  cameo: string,
  { addressed, targeted }: Aim,
): OuterAct | undefined {
  const keys = [cameo, cameo.slice(0, 3), type, quad <= 2 ? 'cooperation' : 'conflict', 'any'];
  const look = (acts: ReadonlyMap<string, OuterAct | undefined>): OuterAct | undefined => acts.get(keys.find((k) => acts.has(k)) ?? '');
  return (addressed ? undefined : look(governor.unaddressed)) ?? (targeted ? undefined : look(governor.untargeted)) ?? look(governor.outer);
}

/** The nearest governor above a trigger, if one takes it the way it stands. `climb` tells how many light steps up to look. */
export function governorOf(tree: Tree, trigger: number, governors: GovernorIndex): Governed | undefined {
  let k = trigger;
  let noun: number | undefined;
  for (let step = 0; step < 5; step++) {
    const t = tree.tokens[k];
    if (!t || t.head < 0) return undefined;
    const relation = relationAt(tree, k);
    const base = baseRelation(relation);
    const up = t.head;
    const upToken = tree.tokens[up];
    if (!upToken) return undefined;
    if (base === 'conj') {
      // A conjunct stands where the first one stands, unless it has a subject of its own.
      if (hasChild(tree, k, 'nsubj', 'nsubj:pass')) return undefined;
      k = up;
      continue;
    }
    const way = wayUp(tree, k);
    if (way === '') return undefined;
    const kind = kindOf(tree, up);
    const lemma = upToken.lemma.toLowerCase();
    const particle = childrenBy(tree, up, 'compound:prt').map((c) => `${lemma} ${tree.tokens[c]?.form.toLowerCase()}`)[0];
    const named = [...(particle ? governors.at(kind, particle) : []), ...governors.at(kind, lemma)];
    // "has been unwilling to", whose tag is a verb's.
    const candidates = named.length === 0 && kind === 'verb' ? governors.at('adj', upToken.form.toLowerCase()) : named;
    const objects = childrenBy(tree, up, 'obj', 'iobj').length;
    const other = objects > 0 || hasChild(tree, k, 'nsubj', 'nsubj:pass');
    const [kindOfWay = ''] = way.split(':');
    const isNew = kindOfWay === 'prep' && isUnheardOf(tree, k);
    const reaches = (g: Governor): boolean =>
      g.takes.has(way) || (/^(prep|acl)$/.test(kindOfWay) && g.takes.has(kindOfWay)) || (isNew && g.takes.has(way.replace('prep', 'new')));
    const governor = candidates.find((g) => reaches(g) && (other || !g.needsObject) && (!g.needsNone || objects === 0));
    if (governor) return { governor, token: up, kind, noun };
    // "expressed support for a dialogue", "hold talks on signing": the phrase may hang on the verb or on its object.
    if ((kind === 'verb' || kind === 'adj') && /^(prep|advcl):./.test(way)) {
      const object =
        childrenBy(tree, up, 'obj', 'nsubj:pass').find((o) => o < k && tree.tokens[o]?.upos === 'NOUN') ?? prospectOf(tree, up, way);
      const own = object === undefined ? undefined : governors.at('noun', lemmaAt(tree, object).toLowerCase()).find(reaches);
      if (object !== undefined && own) return { governor: own, token: object, kind: 'noun' };
    }
    // "made no commitment to support": hung on the verb, though it is its object's.
    if (kind === 'verb' && way === 'xcomp') {
      const object = childrenBy(tree, up, 'obj').find((o) => o < k && tree.tokens[o]?.upos === 'NOUN');
      const own =
        object === undefined ? undefined : governors.at('noun', lemmaAt(tree, object).toLowerCase()).find((g) => g.takes.has('acl'));
      if (object !== undefined && own) return { governor: own, token: object, kind: 'noun' };
    }
    // "protected voters from attacks": hung on the object, though it is the verb's.
    if (kind === 'noun' && kindOfWay === 'prep' && way !== 'prep:of' && /^(obj|nsubj:pass)$/.test(relationAt(tree, up))) {
      const verb = tree.tokens[up]?.head ?? -1;
      const own = governors.at('verb', lemmaAt(tree, verb).toLowerCase()).find((g) => g.takes.has(way));
      if (own) return { governor: own, token: verb, kind: 'verb' };
    }
    // "reached an agreement to withdraw": from the noun on to what carries it; "a series of talks"; "failed to vote to expel".
    if (way === 'xcomp' || isDecidedAbove(tree, k) || kindOfWay === 'acl' || (way.startsWith('prep:of') && kind === 'noun')) {
      // "a proposed rule lifting the ban": not lifted yet.
      const attribute = kind === 'noun' && kindOfWay === 'acl' ? attributeOf(tree, up, governors) : undefined;
      if (attribute) return attribute;
      // "declined comment on a report that X had agreed": nothing is done to what a report tells.
      if (way === 'acl:that') return undefined;
      if (kind === 'noun') noun = up;
      k = up;
      continue;
    }
    return undefined;
  }
  return undefined;
}

/** "prospects appear slim for talks", "hopes are fading of a truce": a subject whose complement stands behind its verb. */
function prospectOf(tree: Tree, predicate: number, way: string): number | undefined {
  if (!/^prep:(for|of)$/.test(way)) return undefined;
  const above = relationAt(tree, predicate) === 'xcomp' ? (tree.tokens[predicate]?.head ?? predicate) : predicate;
  return childrenBy(tree, above, 'nsubj').find((s) => s < predicate && tree.words['lies-ahead'].has(lemmaAt(tree, s).toLowerCase()));
}

/** Whether nothing before a noun says that its act is one that is known, or whose it is: "sanctions", "a ban", not "the ban", "US sanctions". */
export const isUnheardOf = (tree: Tree, noun: number): boolean =>
  childrenBy(tree, noun, 'det', 'nmod:poss', 'compound', 'amod').every((c) =>
    tree.tokens[c]?.deprel === 'det'
      ? /^an?$/i.test(tree.tokens[c]?.form ?? '')
      : tree.bases[c] !== 'nmod' && !/^[A-Z]/.test(tree.tokens[c]?.form ?? ''),
  );

const kindOf = (tree: Tree, token: number): TriggerKind => {
  const upos = tree.tokens[token]?.upos;
  return upos === 'VERB' ? 'verb' : upos === 'NOUN' || upos === 'PROPN' ? 'noun' : 'adj';
};

/** "potential strikes", "planned talks": an adjective before an event noun that says it has not happened; `here` is how the governor takes it. */
export function attributeOf(tree: Tree, noun: number, governors: GovernorIndex, here = 'attribute'): Governed | undefined {
  for (const c of childrenBy(tree, noun, 'amod')) {
    const governor = governors.at('adj', tree.tokens[c]?.form.toLowerCase() ?? '').find((g) => g.takes.has(here));
    if (governor) return { governor, token: c, kind: 'adj' };
  }
  return undefined;
}

/** How an act stands under the word above it, as `takes` of a governor names it; empty where no governor can reach it. */
function wayUp(tree: Tree, k: number): string {
  const relation = relationAt(tree, k);
  const base = baseRelation(relation);
  // "told them to leave" is often read as a whole clause.
  if (base === 'ccomp' && markerOf(tree, k) === 'to') return 'xcomp';
  if (base === 'xcomp' || base === 'ccomp' || base === 'csubj') return base;
  // "call for development", read as if it were "call it".
  if (base === 'obj' && caseOf(tree, k) !== '') return `prep:${caseOf(tree, k)}`;
  if (base === 'obj' || relation === 'nsubj:pass') return 'object';
  // "a blockade is unlikely".
  if (relation === 'nsubj' && isPlainPredicate(tree, tree.tokens[k]?.head ?? -1)) return 'subject';
  // "a plan submitted by": done to the plan, not planned.
  // "on the condition that X sign" may be read as a relative clause; its *that* is no pronoun.
  if (base === 'acl' && (relation !== 'acl:relcl' || markerOf(tree, k) === 'that')) {
    const marker = markerOf(tree, k);
    if (marker === '' && tree.tokens[k]?.xpos === 'VBN' && isPassive(tree, k)) return '';
    return marker === '' ? 'acl' : `acl:${marker}`;
  }
  if (base === 'obl' || base === 'nmod') return `prep:${caseOf(tree, k)}`;
  // "was considering amending": right behind its verb a gerund is no clause beside it.
  if (base === 'advcl' && k === (tree.tokens[k]?.head ?? k) + 1 && tree.tokens[k]?.xpos === 'VBG') return 'xcomp';
  return base === 'advcl' ? `advcl:${markerOf(tree, k)}` : '';
}

/** An adjective that nothing is said with: "is unlikely", not "is unlikely to succeed". */
const isPlainPredicate = (tree: Tree, k: number): boolean =>
  tree.tokens[k]?.upos === 'ADJ' && !childrenBy(tree, k, 'xcomp', 'ccomp', 'advcl').some((c) => markerOf(tree, c) === 'to');

function markerOf(tree: Tree, clause: number): string {
  const mark = childrenBy(tree, clause, 'mark')[0];
  return mark === undefined ? '' : lemmaAt(tree, mark).toLowerCase();
}
