/** Threads of a stream of stories: as threads.ts, but words are weighed among the stories within reach, and a story leaves when none can follow it. */
import type { Story } from '../model/index.ts';
import { likenessOf, type Weighted } from './similarity.ts';
import { compare, idFrom } from './story-of.ts';
import { FOLLOWS, REACH_DAYS, sharesParties } from './threads.ts';
import { daysBetween, mergeTraits, type Traits } from './traits.ts';
import { tfidf, type Vector } from './vectors.ts';

interface Waiting {
  readonly story: Story;
  readonly traits: Traits;
}
interface Followable extends Waiting {
  readonly weighted: Weighted;
  /** The id of the first story of its thread. */
  readonly root: string;
  isFollowing: boolean;
  isFollowed: boolean;
}

const COUNTED = ['names', 'pairs', 'lead', 'entities'] as const;

export class ThreadStream {
  /** Stories that are closed, while an earlier one may still come. */
  #waiting: Waiting[] = [];
  /** Stories that a later one may follow. */
  #open: Followable[] = [];
  readonly #df = new Map<string, number>();

  add(story: Story, members: readonly Traits[]): void {
    this.#waiting.push({ story, traits: mergeTraits(story.id, members) });
  }

  /** Links the stories that began before all that can still come on or after `day`; gives back those that none of these can follow. */
  upTo(day: string, reach: number): readonly Story[] {
    const isDue = ({ story }: Waiting): boolean =>
      story.start !== undefined && story.start < day && daysBetween(story.start, day) > 2 * reach;
    const due = this.#waiting.filter(isDue);
    this.#waiting = this.#waiting.filter((w) => !isDue(w));
    return due.length === 0 ? [] : this.#link(due);
  }

  end(): readonly Story[] {
    const left = this.#link(this.#waiting.filter((w) => w.story.start !== undefined));
    const undated = this.#waiting.filter((w) => w.story.start === undefined).map((w) => w.story);
    this.#waiting = [];
    const open = this.#open.map(told);
    this.#open = [];
    return [...left, ...open, ...undated];
  }

  #link(due: readonly Waiting[]): readonly Story[] {
    const gone: Story[] = [];
    for (const w of [...due].sort((a, b) => compare(a.story.start ?? '', b.story.start ?? '') || compare(a.story.id, b.story.id))) {
      const kept: Followable[] = [];
      for (const o of this.#open)
        if (daysFrom(o.story, w.story) <= REACH_DAYS) kept.push(o);
        else {
          gone.push(told(o));
          this.#count(o.traits, -1);
        }
      this.#open = kept;
      this.#count(w.traits, 1);
      const weighted = this.#weigh(w.traits);
      let best: Followable | undefined;
      let most = FOLLOWS;
      for (const o of this.#open) {
        if (!sharesParties(o.story, w.story)) continue;
        const likeness = likenessOf(o.weighted, weighted);
        if (likeness > most || (likeness === most && !best)) [best, most] = [o, likeness];
      }
      if (best) best.isFollowed = true;
      this.#open.push({ ...w, weighted, root: best?.root ?? w.story.id, isFollowing: best !== undefined, isFollowed: false });
    }
    return gone;
  }

  #weigh(traits: Traits): Weighted {
    const vector = (of: (typeof COUNTED)[number]): Vector => {
      const df = new Map([...traits[of].keys()].map((key) => [key, this.#df.get(`${of} ${key}`) ?? 1]));
      return tfidf(traits[of], df, this.#open.length + 1);
    };
    return { traits, names: vector('names'), pairs: vector('pairs'), lead: vector('lead'), entities: vector('entities') };
  }

  #count(traits: Traits, by: 1 | -1): void {
    for (const of of COUNTED)
      for (const key of traits[of].keys()) {
        const n = (this.#df.get(`${of} ${key}`) ?? 0) + by;
        if (n === 0) this.#df.delete(`${of} ${key}`);
        else this.#df.set(`${of} ${key}`, n);
      }
  }
}

function told({ story, root, isFollowing, isFollowed }: Followable): Story {
  return isFollowing || isFollowed ? { ...story, thread: idFrom('thread', root) } : story;
}

/** Days from the end of one story to the start of another; 0 when they overlap. */
function daysFrom(earlier: Story, later: Story): number {
  const [end = '', start = ''] = [earlier.end, later.start];
  return end >= start ? 0 : daysBetween(end, start);
}
