/** Threads of a stream of stories: as threads.ts, but words are weighed among the stories within reach, and a story leaves when none can follow it. */
import { addUnder } from '../../add-under.ts';
import type { Story } from '../../model/index.ts';
import { mergeTraits, type Traits } from '../traits.ts';
import { type Laid, likenessOf, Scale, WEIGHTS, type Weighted } from './similarity.ts';
import { compare, idFrom } from './story-of.ts';
import { FOLLOWS, REACH_DAYS, SHARED_PARTIES } from './threads.ts';

interface Waiting {
  readonly story: Story;
  readonly traits: Traits;
  /** Its first and last day as numbers; absent when it has none. */
  readonly start: number | undefined;
  readonly end: number | undefined;
}
interface Followable extends Waiting {
  readonly laid: Laid;
  readonly weighted: Weighted;
  /** Rises from story to story. */
  readonly turn: number;
  /** Its place among numbers that are given again when a story leaves. */
  readonly number: number;
  /** The id of the first story of its thread. */
  readonly root: string;
  isFollowing: boolean;
  isFollowed: boolean;
}

/** Links stories that follow each other while they are closed one by one, and lets go of those that nothing can follow any more. */
export class ThreadStream {
  /** Stories that are closed, while an earlier one may still come. */
  #waiting: Waiting[] = [];
  /** Stories that a later one may follow. */
  readonly #open = new Set<Followable>();
  /** Under each party the numbers of the open stories that have it. */
  readonly #byParty = new Map<string, number[]>();
  readonly #byNumber: (Followable | undefined)[] = [];
  readonly #free: number[] = [];
  /** By number, how many parties a story shares with the one that is being linked; 0 between stories. */
  #shared = new Int32Array(1024);
  readonly #scale = new Scale();
  #linked = 0;

  add(story: Story, members: readonly Traits[]): void {
    const [start, end] = [dayNumber(story.start), dayNumber(story.end)];
    this.#waiting.push({ story, traits: mergeTraits(story.id, members), start, end });
  }

  /** Links the stories that began before all that can still come on or after `day`; gives back those that none of these can follow. */
  upTo(day: string, reach: number): readonly Story[] {
    const today = dayNumber(day) ?? 0;
    const isDue = ({ start }: Waiting): boolean => start !== undefined && today - start > 2 * reach;
    const due: Waiting[] = [];
    const waiting: Waiting[] = [];
    for (const w of this.#waiting) (isDue(w) ? due : waiting).push(w);
    this.#waiting = waiting;
    return due.length === 0 ? [] : this.#link(due);
  }

  end(): readonly Story[] {
    const left = this.#link(this.#waiting.filter((w) => w.story.start !== undefined));
    const undated = this.#waiting.filter((w) => w.story.start === undefined).map((w) => w.story);
    this.#waiting = [];
    const open = [...this.#open].map(told);
    this.#open.clear();
    this.#byParty.clear();
    return [...left, ...open, ...undated];
  }

  #link(due: readonly Waiting[]): readonly Story[] {
    const gone: Story[] = [];
    let start: string | undefined;
    for (const w of [...due].sort((a, b) => compare(a.story.start ?? '', b.story.start ?? '') || compare(a.story.id, b.story.id))) {
      // Which stories can be followed depends on the day alone.
      if (w.story.start !== start) gone.push(...this.#leave(w));
      start = w.story.start;
      const laid = this.#scale.add(w.traits);
      const weighted = this.#scale.weigh(laid);
      const best = this.#mostLike(w.story, weighted);
      if (best) best.isFollowed = true;
      const number = this.#free.pop() ?? this.#byNumber.length;
      const [root, isFollowing] = [best?.root ?? w.story.id, best !== undefined];
      this.#enter({ ...w, laid, weighted, turn: this.#linked++, number, root, isFollowing, isFollowed: false });
    }
    return gone;
  }

  /** The open story that a story is most like, from FOLLOWS; of equals the one that was linked first. */
  #mostLike(story: Story, weighted: Weighted): Followable | undefined {
    let best: Followable | undefined;
    let most = FOLLOWS;
    for (const o of this.#ofSameParties(story)) {
      const likeness = likenessOf(weighted, o.weighted, WEIGHTS, most);
      if (likeness > most || (likeness === most && (!best || o.turn < best.turn))) [best, most] = [o, likeness];
    }
    return best;
  }

  /** The open stories that share as many parties as they must (`sharesParties`), without looking at the others. */
  #ofSameParties({ parties }: Story): readonly Followable[] {
    const shared = this.#shared;
    const met: number[] = [];
    for (const party of parties)
      for (const n of this.#byParty.get(party) ?? []) {
        const before = shared[n] ?? 0;
        if (before === 0) met.push(n);
        shared[n] = before + 1;
      }
    const found: Followable[] = [];
    const least = Math.min(SHARED_PARTIES, parties.length);
    for (const n of met) {
      const o = this.#byNumber[n];
      if (o && ((shared[n] ?? 0) >= least || (shared[n] ?? 0) >= o.story.parties.length)) found.push(o);
      shared[n] = 0;
    }
    return found;
  }

  #enter(o: Followable): void {
    this.#open.add(o);
    this.#byNumber[o.number] = o;
    if (o.number >= this.#shared.length) this.#shared = new Int32Array(2 * this.#shared.length);
    for (const party of o.story.parties) addUnder(this.#byParty, party, o.number);
  }

  /** The stories that ended too long before a story to be followed by it or by a later one. */
  #leave(next: Waiting): readonly Story[] {
    const gone = [...this.#open].filter((o) => (next.start ?? 0) - (o.end ?? 0) > REACH_DAYS);
    if (gone.length === 0) return [];
    const left = new Set(gone.map((o) => o.number));
    for (const party of new Set(gone.flatMap((o) => o.story.parties))) {
      const others = this.#byParty.get(party)?.filter((n) => !left.has(n)) ?? [];
      if (others.length === 0) this.#byParty.delete(party);
      else this.#byParty.set(party, others);
    }
    for (const o of gone) {
      this.#open.delete(o);
      this.#byNumber[o.number] = undefined;
      this.#free.push(o.number);
      this.#scale.remove(o.laid);
    }
    return gone.map(told);
  }
}

function told({ story, root, isFollowing, isFollowed }: Followable): Story {
  return isFollowing || isFollowed ? { ...story, thread: idFrom('thread', root) } : story;
}

/** Days since 1970. */
function dayNumber(day: string | undefined): number | undefined {
  return day === undefined ? undefined : Date.parse(day) / 86_400_000;
}
