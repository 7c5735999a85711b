/**
 * Pronouns: relative ones by the noun their clause hangs on, the others by what salience.ts makes of all that stands before. What finds
 * no antecedent, or finds a thing that is no party, stays out.
 */
import { mapped } from '../../2-sentences/mapped.ts';
import { baseAt, baseRelation, caseOf, childrenBy, hasChild, lemmaAt, relationAt, type Tree } from '../../2-sentences/syntax.ts';
import { type Desk, draftAt, headedBy } from '../draft.ts';
import { draftFor } from '../grammar/pointing-back.ts';
import { type Candidate, candidateAt, type Discourse, entitiesOf, joinedWith } from './discourse.ts';
import { scoreOf, settingOf, WEIGHTS } from './salience.ts';
import type { PronounKind, Setting } from './setting.ts';

/** Ends the `via` of a link that another candidate fits nearly as well. */
export const DOUBTFUL = '.doubtful';

/** How far back a pronoun looks, in sentences. */
const PRONOUN_REACH = 3;

const he: PronounKind = { number: 'one', who: 'm', reflexive: false };
const she: PronounKind = { number: 'one', who: 'f', reflexive: false };
const it: PronounKind = { number: 'one', who: 'thing', reflexive: false };
const they: PronounKind = { number: 'many', who: 'any', reflexive: false };
const PRONOUNS: ReadonlyMap<string, PronounKind> = new Map([
  ...['he', 'him', 'his'].map((p) => [p, he] as const),
  ...['she', 'her', 'hers'].map((p) => [p, she] as const),
  ...['it', 'its'].map((p) => [p, it] as const),
  ...['they', 'them', 'their', 'theirs'].map((p) => [p, they] as const),
  ['himself', { ...he, reflexive: true }],
  ['herself', { ...she, reflexive: true }],
  ['itself', { ...it, reflexive: true }],
  ['themselves', { ...they, reflexive: true }],
]);
/** Relative pronouns point at the noun their clause hangs on. */
const RELATIVE = new Set(['who', 'whom', 'whose', 'which', 'that']);

/** Links the pronoun at token `i`, if it is one; gives back what it stands for, be it a mention or not. */
export function resolvePronoun(discourse: Discourse, tree: Tree, i: number): Candidate | undefined {
  const { desk } = discourse;
  const s = tree.sentence.index;
  const token = tree.tokens[i];
  if (!token || (token.upos !== 'PRON' && !(token.upos === 'DET' && token.deprel === 'nmod:poss'))) return undefined;
  if (headedBy(desk, s, i) !== undefined) return undefined;
  const form = token.form.toLowerCase();
  if (RELATIVE.has(form)) {
    resolveRelative(desk, tree, i);
    return undefined;
  }
  const kind = PRONOUNS.get(form);
  if (!kind || (form === 'it' && isPleonastic(tree, i))) return undefined;
  const setting = settingOf(discourse, tree, i, kind);
  const found = bestOf(discourse, setting);
  if (!found) return undefined;
  link(discourse, setting, found.best, found.second);
  return found.best;
}

/** The candidate that fits best, and the next of another key if it fits nearly as well. */
function bestOf(discourse: Discourse, setting: Setting): { readonly best: Candidate; readonly second: Candidate | undefined } | undefined {
  const { kind } = setting;
  const s = setting.tree.sentence.index;
  let best: Candidate | undefined;
  let bestScore = WEIGHTS.enough;
  let second: Candidate | undefined;
  let secondScore = Number.NEGATIVE_INFINITY;
  for (let k = s; k >= 0 && k >= s - PRONOUN_REACH; k--) {
    const all = discourse.candidates[k] ?? [];
    for (let x = all.length - 1; x >= 0; x--) {
      const c = all[x] as Candidate;
      const score = scoreOf(discourse, setting, c);
      if (score === undefined) continue;
      if (score > bestScore) {
        if (best && best.key !== c.key) {
          second = best;
          secondScore = bestScore;
        }
        bestScore = score;
        best = c;
      } else if (score > secondScore && best?.key !== c.key) {
        second = c;
        secondScore = score;
      }
    }
  }
  const ahead = subjectAhead(discourse, setting);
  const score = ahead && scoreOf(discourse, setting, ahead);
  if (ahead && score !== undefined && score + WEIGHTS.ahead > bestScore) return { best: ahead, second: undefined };
  // "The court asked whether employers' beliefs free them": people of the sentence against one body.
  const isPeopleOrBody =
    kind.who === 'any' && best?.number !== 'many' && second?.number === 'many' && second.sort === 'people' && second.sentence === s;
  const doubt = isPeopleOrBody ? WEIGHTS.peopleOrBody : WEIGHTS.doubt;
  return best && { best, second: bestScore - secondScore < doubt ? second : undefined };
}

/** "Its", "his" of the subject right above, "said he would" of who says it: whom else the text could mean hardly counts. */
const isOwnSubject = ({ tree, possessive, told, subjects }: Setting, best: Candidate): boolean =>
  (possessive || told) && best.sentence === tree.sentence.index && (subjects[0]?.includes(best.head) ?? false);

function link(discourse: Discourse, setting: Setting, best: Candidate, second: Candidate | undefined): void {
  const { tree, i, kind } = setting;
  const joined = kind.number === 'many' ? joinedWith(discourse, best, tree, i) : undefined;
  const parts = mapped(joined ?? [best], (c) => entitiesOf(discourse, c, kind.who !== 'thing'));
  // One of several that is no party leaves the rest a false whole.
  if (parts.some((p) => p.length === 0)) return;
  const entities = [...new Set(parts.flat())];
  // "Novak and Kowal" named twice are no two candidates.
  const isOther = second !== undefined && second.draft?.entities.every((id) => entities.includes(id)) !== true;
  const isDoubtful = isOther && joined?.includes(second) !== true && !isOwnSubject(setting, best);
  const sole = entities.length === 1 && entities[0] === best.draft?.entities[0];
  const { desk } = discourse;
  if ((kind.who === 'm' || kind.who === 'f') && entities.length === 1) discourse.genders.set(entities[0] ?? '', kind.who);
  const via = kind.reflexive
    ? 'reflexive'
    : best.head > i && best.sentence === tree.sentence.index
      ? 'ahead'
      : setting.possessive
        ? 'possessive'
        : 'pronoun';
  draftFor(desk, tree, i, entities, 'pronoun', `coreference.${via}${isDoubtful ? DOUBTFUL : ''}`, {
    ...(best.draft?.state && (sole || kind.number === 'one') ? { state: best.draft.state } : {}),
    ...(best.draft?.sector && (sole || kind.number === 'one') ? { sector: best.draft.sector } : {}),
    plural: kind.number === 'many',
  });
}

/** "In her speech, Lindqvist said": the subject that a phrase or clause in front of it may speak of. */
function subjectAhead(discourse: Discourse, setting: Setting): Candidate | undefined {
  const { tree, i } = setting;
  for (let at = i, step = 0; at >= 0 && step < 6; step++) {
    const up = tree.tokens[at]?.head ?? -1;
    if (up > at && /^(obl|advcl)$/.test(baseAt(tree, at))) {
      const subject = childrenBy(tree, up, 'nsubj').find((c) => c > i && c > at);
      return subject === undefined ? undefined : candidateAt(discourse, tree, subject);
    }
    at = up;
  }
  return undefined;
}

/** "It is clear that", "it seems", "it rained": no antecedent. */
function isPleonastic(tree: Tree, i: number): boolean {
  const relation = relationAt(tree, i);
  if (baseRelation(relation) === 'expl') return true;
  const up = tree.tokens[i]?.head ?? -1;
  const governor = tree.tokens[up];
  if (!governor) return false;
  const lemma = lemmaAt(tree, up).toLowerCase();
  const clause = childrenBy(tree, up, 'csubj', 'ccomp', 'xcomp', 'advcl').some((c) => c > up);
  if (relation.startsWith('nsubj') && governor.upos === 'ADJ' && clause) return true;
  if (isOfWhatFollows(tree, i, up)) return true;
  if (relation.startsWith('nsubj') && tree.words.weather.has(lemma)) return true;
  if (relation.startsWith('nsubj') && clause && tree.words.seems.has(lemma)) return true;
  // "It is not known when".
  if (relation === 'nsubj:pass' && tree.words['facts-told'].has(lemma) && asksBehind(tree, up)) return true;
  const copula = hasChild(tree, up, 'cop');
  // "It is time to", "it was Monday", "it was the army that": the predicate is all that is spoken of.
  if (copula && (tree.words['it-is'].has(lemma) || /^\w+day$/.test(lemma))) return true;
  return copula && governor.upos !== 'ADJ' && childrenBy(tree, up, 'acl:relcl', 'csubj', 'ccomp').some((c) => c > up);
}

/** "Find it hard to plan", "makes it possible", "it's not that", "if it comes to that": what is meant stands behind it, or is how things are. */
function isOfWhatFollows(tree: Tree, i: number, up: number): boolean {
  const next = tree.tokens[i + 1];
  const verb = lemmaAt(tree, i - 1);
  if (tree.words['finds-it'].has(verb) && behindVery(tree, i)) return true;
  if (!relationAt(tree, i).startsWith('nsubj')) return false;
  if (next?.form.toLowerCase() === "'s" || next?.lemma === 'be') {
    const at = /^(not|n't|n’t|just)$/.test(tree.tokens[i + 2]?.form ?? '') ? i + 3 : i + 2;
    if (at > i + 2 && tree.tokens[at]?.form === 'that') return true;
  }
  if (lemmaAt(tree, up) === 'come')
    return childrenBy(tree, up, 'obl').some((c) => c > up && caseOf(tree, c) === 'to' && tree.tokens[c]?.upos === 'PRON');
  return false;
}

/** Whether an adjective stands behind "it", and what is so goes on with "to", "for", "that" or "when". */
function behindVery(tree: Tree, i: number): boolean {
  let at = i + 1;
  while (tree.tokens[at]?.upos === 'ADV') at++;
  if (tree.tokens[at]?.upos !== 'ADJ') return false;
  const next = tree.tokens[at + 1];
  return next !== undefined && /^(to|for|that|when|if)$/i.test(next.form);
}

/** Whether a clause behind a verb begins with a word that asks. */
const asksBehind = (tree: Tree, verb: number): boolean =>
  childrenBy(tree, verb, 'csubj', 'ccomp', 'advcl').some(
    (c) => c > verb && (tree.children[c] ?? []).some((k) => k < c && /^(when|how|why|where|whether)$/i.test(tree.tokens[k]?.form ?? '')),
  );

function resolveRelative(desk: Desk, tree: Tree, i: number): void {
  const noun = relativeHead(tree, i);
  const d = noun === undefined ? undefined : (headedBy(desk, tree.sentence.index, noun) ?? draftAt(desk, tree.sentence.index, noun));
  if (!d) return;
  draftFor(desk, tree, i, d.entities, 'pronoun', 'coreference.relative', {
    ...(d.state ? { state: d.state } : {}),
    ...(d.sector ? { sector: d.sector } : {}),
    plural: d.plural,
  });
}

function relativeHead(tree: Tree, i: number): number | undefined {
  // Climb to the clause that is an acl:relcl; its head is the noun.
  let k = i;
  for (let step = 0; step < 8 && k >= 0; step++) {
    const r = relationAt(tree, k);
    if (r === 'acl:relcl') return tree.tokens[k]?.head;
    k = tree.tokens[k]?.head ?? -1;
  }
  return undefined;
}
