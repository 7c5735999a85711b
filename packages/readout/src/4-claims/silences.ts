/**
 * A text's own reports that somebody did not mention something: "made no mention of", "declined to comment on", "without naming".
 * Phrases, the place of what was left out, and the kind come from lexicon/silences.tsv. Its own record, never a negative event; a duty to
 * be silent, a condition or a general remark is none.
 */
import { surfaceSubject } from '../2-sentences/arguments.ts';
import { phraseOf, yieldOf } from '../2-sentences/phrase.ts';
import { baseAt, childrenBy, formsOf, hasChild, lemmaAt, lemmasOf, relationAt, spanOf, type Tree } from '../2-sentences/syntax.ts';
import { isPassive } from '../2-sentences/voice.ts';
import type { Document } from '../3-mentions/document.ts';
import type { Evidence, Silence } from '../model/index.ts';
import { isDenied } from './cue-words.ts';
import type { ClaimKnowledge, SilencePhrase } from './lexicon.ts';
import { aboutTokens } from './unsaid.ts';
import { holderOf, silentOf, type Voice } from './voices.ts';

const DUTY = /^(should|must|ought|need|can|may|might)$/;

/** The silences of one sentence. */
export function findSilences(doc: Document, tree: Tree, knowledge: ClaimKnowledge): Silence[] {
  const found: Silence[] = [];
  const taken = new Set<number>();
  const lemmas = lemmasOf(tree);
  for (let i = 0; i < lemmas.length; i++) {
    const upos = tree.tokens[i]?.upos;
    if (upos === 'PUNCT' || upos === 'PROPN' || upos === 'NUM') continue;
    const phrases = knowledge.silences(lemmas[i] ?? '');
    if (phrases.length === 0 || taken.has(i)) continue;
    let best: { readonly silences: readonly Silence[]; readonly words: readonly number[] } | undefined;
    for (let k = 0; k < phrases.length; k++) {
      const phrase = phrases[k] as SilencePhrase;
      const words = matchPhrase(tree, i, phrase);
      const silences = words ? asSilences(doc, tree, phrase, words) : [];
      if (!words || silences.length === 0) continue;
      // "avoid mention of" and "avoid mentioning": the reading that finds what went unmentioned.
      if (!best || (words.length >= best.words.length && aboutOf(silences) > aboutOf(best.silences))) best = { silences, words };
    }
    if (!best) continue;
    for (const w of best.words) taken.add(w);
    found.push(...best.silences);
  }
  return found;
}

const aboutOf = (silences: readonly Silence[]): number => silences[0]?.about.length ?? 0;

function matchPhrase(tree: Tree, i: number, phrase: SilencePhrase): number[] | undefined {
  let words: number[] | undefined;
  let at = i;
  for (let k = 1; k < phrase.words.length; k++) {
    at = nextWord(tree, at, phrase.words[k] ?? '');
    if (at < 0) return undefined;
    if (words) words.push(at);
    else words = [i, at];
  }
  words ??= [i];
  const head = phrase.pos === 'prep' ? at : i;
  const upos = tree.tokens[i]?.upos ?? '';
  if (phrase.pos === 'verb' && phrase.words[0] !== 'be' && upos !== 'VERB' && upos !== 'AUX') return undefined;
  if (phrase.pos === 'adj' && !['ADJ', 'ADV', 'NOUN', 'VERB'].includes(upos)) return undefined;
  if (phrase.pos === 'noun' && upos === 'VERB') return undefined;
  const negated = isDenied(tree, head);
  if (phrase.negated) return negated ? words : undefined;
  return phrase.pos === 'verb' && negated && !phrase.words.includes('no') ? undefined : words;
}

function nextWord(tree: Tree, at: number, word: string): number {
  const forms = formsOf(tree);
  const lemmas = lemmasOf(tree);
  const end = Math.min(tree.tokens.length, at + 5);
  for (let k = at + 1; k < end; k++) {
    const form = forms[k] ?? '';
    const lemma = lemmas[k] ?? '';
    if (lemma === word || form === word) return k;
    if (word === "one's" && /^(his|her|its|their|my|our)$/.test(lemma)) return k;
    if (!tree.words['skipped-in-silences'].has(lemma) && !tree.words['skipped-in-silences'].has(form)) return -1;
  }
  return -1;
}

/** What a phrase says was not said: one silence for each who is silent, and for each of those that one mention stands for. */
function asSilences(doc: Document, tree: Tree, phrase: SilencePhrase, words: readonly number[]): Silence[] {
  const first = words[0] ?? 0;
  if (phrase.pos === 'verb' && !isReal(tree, first, phrase)) return [];
  if (phrase.pos === 'prep' && goesWithoutSaying(tree, first)) return [];
  const passive = phrase.pos === 'verb' && phrase.about.includes('obj') && isPassive(tree, first);
  const unsaidIsSubject = passive || phrase.about.includes('subj');
  const voices = unsaidIsSubject ? holderOf(doc, tree, words) : silentOf(doc, tree, phrase, words);
  if (voices.length === 0) return [];
  const about = unsaidIsSubject
    ? surfaceSubject(tree, first).map((t): [number, number] => unsaidSubject(tree, first, t))
    : aboutTokens(tree, phrase, words);
  if (!about) return [];
  // "stopped short of the bridge": of a deed or word, not of a place.
  if (phrase.words.includes('short') && !about.some(([a, b]) => isDeed(tree, a, b))) return [];
  const unsaid = unsaidIn(doc, tree, about);
  if (phrase.kind === 'left-out' && unsaid.topics.length === 0) return [];
  return voices.flatMap((voice) => silencesOf(doc, tree, phrase, words, { voice, unsaid }));
}

/** What was left out: the entities that its words name, else the words; and where they stand. */
interface Unsaid {
  readonly topics: readonly string[];
  readonly evidence: readonly Evidence[];
}

function unsaidIn(doc: Document, tree: Tree, about: readonly (readonly [number, number])[]): Unsaid {
  const topics: string[] = [];
  const evidence: Evidence[] = [];
  for (const [a, b] of about) {
    const span = spanOf(tree, a, b);
    const named = doc
      .mentionsIn(tree.sentence.index)
      .filter((m) => m.kind !== 'pronoun' && m.span.start >= span.start && m.span.end <= span.end);
    for (const m of named) for (const id of m.entities) if (!topics.includes(id)) topics.push(id);
    if (named.length === 0) topics.push(doc.article.text.slice(span.start, span.end));
    evidence.push({ span, as: 'about' });
  }
  return { topics, evidence };
}

function silencesOf(
  doc: Document,
  tree: Tree,
  phrase: SilencePhrase,
  words: readonly number[],
  { voice, unsaid }: { readonly voice: Voice; readonly unsaid: Unsaid },
): Silence[] {
  const { mention } = voice;
  const sector = mention ? doc.sectorOf(mention) : undefined;
  const first = words[0] ?? 0;
  const last = words[words.length - 1] ?? first;
  const trigger = spanOf(tree, Math.min(first, last), Math.max(first, last) + 1);
  const ids = mention && mention.entities.length > 0 ? mention.entities : [undefined];
  return ids.flatMap((id): Silence[] => {
    const entity = id === undefined ? undefined : doc.entities.get(id);
    const kind = entity?.kind;
    const state = ids.length > 1 ? entity?.state : mention ? doc.stateOf(mention) : undefined;
    // Weak phrases ("ignored", "did not report") need a press voice or a text.
    if (phrase.weak && !voice.reports && !(sector === 'JRN' || kind === 'news-agency' || kind === 'outlet')) return [];
    return [
      {
        id: '',
        by: {
          ...(id !== undefined && mention ? { entity: id, mention: mention.id } : {}),
          ...(state ? { state } : {}),
          ...(sector ? { sector } : {}),
        },
        about: [...unsaid.topics],
        kind: phrase.kind,
        evidence: [{ span: trigger, as: 'trigger' }, { span: mention?.span ?? voice.span, as: 'actor' }, ...unsaid.evidence],
        rule: `silence.${phrase.negated ? 'not-' : ''}${phrase.words.join('-')}`,
      },
    ];
  });
}

/** The subject's words; for "which" the noun that it stands for. */
function unsaidSubject(tree: Tree, verb: number, subject: number): [number, number] {
  const noun = tree.tokens[verb]?.head ?? -1;
  if (relationAt(tree, verb) !== 'acl:relcl' || noun < 0 || !/^(which|that|who)$/i.test(tree.tokens[subject]?.form ?? ''))
    return yieldOf(tree, subject);
  return phraseOf(tree, noun);
}

const isDeed = (tree: Tree, a: number, b: number): boolean =>
  tree.tokens.slice(a, b).some((t, k) => t.xpos === 'VBG' || tree.words['deeds-in-words'].has(lemmaAt(tree, a + k).toLowerCase()));

/** The phrase tells what happened: no duty, condition, question, wish, or mere noun of it. */
function isReal(tree: Tree, verb: number, phrase: SilencePhrase): boolean {
  const reach = phrase.words.includes('reach');
  if (!reach && childrenBy(tree, verb, 'aux').some((a) => DUTY.test(lemmaAt(tree, a).toLowerCase()))) return false;
  if (!reach && childrenBy(tree, verb, 'aux').some((a) => lemmaAt(tree, a).toLowerCase() === 'could')) return false;
  if (tree.tokens[tree.tokens.length - 1]?.form === '?') return false;
  const marks = childrenBy(tree, verb, 'mark').map((m) => lemmaAt(tree, m).toLowerCase());
  if (marks.some((m) => m === 'if' || m === 'unless' || m === 'lest')) return false;
  const relation = baseAt(tree, verb);
  if (['csubj', 'nsubj', 'obj', 'amod'].includes(relation)) return false;
  // "not mentioning it is inconceivable": a participle that nobody's clause carries.
  if (
    tree.tokens[verb]?.xpos === 'VBG' &&
    !hasChild(tree, verb, 'aux', 'nsubj') &&
    (marks.length > 0 || !['advcl', 'conj', 'acl'].includes(relation))
  )
    return false;
  if (marks.includes('to')) {
    const up = tree.tokens[verb]?.head ?? -1;
    return relation === 'xcomp' && tree.words.choosing.has(lemmaAt(tree, up));
  }
  return true;
}

const goesWithoutSaying = (tree: Tree, prep: number): boolean =>
  /^go$/.test(lemmaAt(tree, prep - 1)) || /^(goes|going|go|went)$/i.test(tree.tokens[prep - 1]?.form ?? '');
