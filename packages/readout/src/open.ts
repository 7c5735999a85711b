/** Opens an engine: knowledge, model and all that is built from them, once. */
import { type PublisherIndex, pagePhrases } from './1-article/index.ts';
import { cutLexicon } from './2-sentences/cut/lexicon.ts';
import { tokenize } from './2-sentences/cut/tokenize.ts';
import { fusedPieces } from './2-sentences/cut/tokenize-clitics.ts';
import { lemmaTables } from './2-sentences/lemmas/lemmatize.ts';
import { listedNames } from './2-sentences/names/listed-names.ts';
import type { Network } from './2-sentences/network.ts';
import { wordMap } from './2-sentences/word-map.ts';
import { buildGazetteer } from './3-mentions/lists/gazetteer.ts';
import { roleLexicon } from './3-mentions/lists/roles.ts';
import { metonymContexts } from './3-mentions/metonyms.ts';
import { placeKnowledge } from './3-mentions/places/place-knowledge.ts';
import { timeLexicon } from './3-mentions/times/lexicon.ts';
import { claimKnowledge } from './4-claims/index.ts';
import { eventKnowledge } from './5-events/index.ts';
import { relationKnowledge } from './6-relations/index.ts';
import { type Knowledge, loadKnowledge, type Row } from './knowledge.ts';
import type { Publisher, PublisherKind } from './model/index.ts';
import { openModel } from './model-files.ts';
import type { Parts } from './pipeline.ts';
import { engineVersion } from './version.ts';

/** What `openParts` is given. */
export interface OpenOptions {
  /** Default: the installed one. */
  readonly knowledge?: Knowledge;
  /** Default: the installed English model. */
  readonly network?: Network;
  /** Threads within one operation of the network; default 1. */
  readonly threads?: number;
}

/** The parts of an engine. Throws `knowledge/…` and `model/…` errors. */
export async function openParts(options: OpenOptions = {}): Promise<Parts> {
  const knowledge = options.knowledge ?? loadKnowledge();
  const network = options.network ?? (await openModel(undefined, options.threads === undefined ? {} : { threads: options.threads }));
  const cut = cutLexicon((name) => knowledge.lexicon(name));
  const forms = (text: string): string[] => tokenize(text, { start: 0, end: text.length }, cut).map((t) => t.form);
  const gazetteer = buildGazetteer(knowledge, { forms, isWhole: (word) => fusedPieces(word, 0, word.length, cut) === undefined });
  const genders = new Map<string, 'm' | 'f'>();
  for (const row of knowledge.list('given-names')) if (row.gender === 'm' || row.gender === 'f') genders.set(row.name ?? '', row.gender);
  const nouns = wordMap<'m' | 'f' | ''>();
  for (const row of knowledge.lexicon('person-nouns'))
    nouns.set(row.noun ?? '', row.gender === 'm' || row.gender === 'f' ? row.gender : '');
  const personVerbs = new Set(knowledge.lexicon('person-verbs').map((row) => row.verb ?? ''));
  const roles = roleLexicon(knowledge);
  return {
    engine: { version: engineVersion(), knowledge: knowledge.hash, model: network.version },
    network,
    publishers: publisherIndex(knowledge),
    phrases: pagePhrases(knowledge.lexicon('page-phrases')),
    sentences: {
      cut,
      lemmas: lemmaTables({
        irregulars: knowledge.lexicon('irregulars'),
        stems: [...knowledge.lexicon('verb-stems'), ...triggerStems(knowledge)],
      }),
      names: listedNames(knowledge),
    },
    words: cut.words,
    times: timeLexicon({
      words: knowledge.lexicon('times-words'),
      holidays: knowledge.lexicon('times-holidays'),
      days: knowledge.lexicon('times-days'),
    }),
    mentions: { gazetteer, roles, metonyms: metonymContexts(knowledge), genders, nouns, personVerbs, places: placeKnowledge(knowledge) },
    claims: claimKnowledge(knowledge),
    events: eventKnowledge(knowledge),
    relations: relationKnowledge(knowledge),
  };
}

/** Verbs that rules and cues name are known words, so that "massacred" is read as "massacre". */
function triggerStems(knowledge: Knowledge): Row[] {
  const verbs = new Set<string>();
  for (const rule of [...knowledge.eventRules, ...knowledge.governors]) {
    if (Array.isArray(rule.verb)) for (const v of rule.verb) verbs.add(String(v).split(' ')[0] ?? '');
  }
  for (const row of knowledge.lexicon('cues')) if (row.pos === 'verb') verbs.add((row.lemma ?? '').split(' ')[0] ?? '');
  return [...verbs].filter((v) => /^[a-z-]{3,}$/.test(v)).map((stem) => ({ stem, pos: 'VERB' }));
}

/** Publishers by name, alias and domain. */
export function publisherIndex(knowledge: Knowledge): PublisherIndex {
  const names = new Map<string, Publisher>();
  const domains = new Map<string, Publisher>();
  for (const row of knowledge.list('publishers')) {
    const publisher: Publisher = {
      id: row.id ?? '',
      name: row.name ?? '',
      kind: (row.kind ?? 'outlet') as PublisherKind,
      ...(row.state ? { state: row.state } : {}),
      official: row.official === '1',
    };
    for (const n of [row.id ?? '', row.name ?? '', ...(row.aliases ?? '').split('|')]) if (n) names.set(n.toLowerCase(), publisher);
    for (const d of (row.domains ?? '').split('|')) if (d) domains.set(d.toLowerCase(), publisher);
  }
  return {
    byName: (name) => names.get(name.toLowerCase()),
    byDomain: (host) => {
      const parts = host
        .toLowerCase()
        .replace(/^www\./, '')
        .split('.');
      for (let i = 0; i < parts.length - 1; i++) {
        const p = domains.get(parts.slice(i).join('.'));
        if (p) return p;
      }
      return undefined;
    },
  };
}
