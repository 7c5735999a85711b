/** The bodies of states by their words without the state's name, so that "the Japanese foreign ministry" is the one that the lists hold. */
import type { Knowledge } from '../../knowledge.ts';

/** Finds the body that a state has under such words ("navy", "Ministry of Finance"); of several the one listed first under them as they stand. */
export type StateBodies = (state: string, words: string) => string | undefined;

/** Reads the lists of bodies when something is first asked. */
export function stateBodies(knowledge: Knowledge): StateBodies {
  let index: ReadonlyMap<string, string> | undefined;
  return (state, words) => {
    index ??= indexOf(knowledge);
    return index.get(`${state} ${plain(words)}`);
  };
}

/** One spelling for all, without an article. */
const plain = (words: string): string =>
  words.toLowerCase().replace(/^the /, '').replaceAll('’', "'").replaceAll('defence', 'defense').replaceAll('labour', 'labor');

function indexOf(knowledge: Knowledge): Map<string, string> {
  const own = statesByWord(knowledge);
  const direct = new Map<string, string>();
  const cut = new Map<string, string>();
  for (const row of knowledge.list('bodies')) {
    const { id = '', state = '' } = row;
    for (const name of [row.name ?? '', ...(row.aliases ?? '').split('|')]) {
      const words = plain(name);
      if (state === '' || words === '') continue;
      enterFirst(direct, `${state} ${words}`, id);
      const short = withoutState(words, own.get(state) ?? []);
      if (short !== undefined) enterFirst(cut, `${state} ${short}`, id);
    }
  }
  for (const [key, id] of cut) enterFirst(direct, key, id);
  return direct;
}

function enterFirst(to: Map<string, string>, key: string, id: string): void {
  if (!to.has(key)) to.set(key, id);
}

/** The names and adjectives of each state. */
function statesByWord(knowledge: Knowledge): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const row of knowledge.list('state-names')) {
    if (!OWN_WORDS.has(row.kind ?? '') || row.context || /^(regional|ethnic|alternative)/.test(row.note ?? '')) continue;
    const { state = '' } = row;
    const words = found.get(state) ?? [];
    words.push(plain(row.name ?? ''));
    found.set(state, words);
  }
  return found;
}
const OWN_WORDS = new Set(['name', 'official', 'short', 'adjective']);

/** "navy" of "french navy", "central bank" of "brazil's central bank", "supreme court" of "supreme court of chile". */
function withoutState(words: string, own: readonly string[]): string | undefined {
  for (let k = 0; k < own.length; k++) {
    const state = own[k] as string;
    if (words.startsWith(state)) {
      if (words.startsWith(' ', state.length)) return words.slice(state.length + 1);
      if (words.startsWith("'s ", state.length)) return words.slice(state.length + 3);
    }
    if (!words.endsWith(state)) continue;
    const before = words.slice(0, -state.length);
    if (before.endsWith(' of ')) return before.slice(0, -4);
    if (before.endsWith(' of the ')) return before.slice(0, -8);
  }
  return undefined;
}
