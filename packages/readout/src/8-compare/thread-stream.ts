/** Threads of a stream of stories: as threads.ts, but words are weighed among the stories within reach, and a story leaves when none can follow it. */
import type { Story } from '../model/index.ts';
import { likenessOf, Scale, WEIGHTS, type Weighted } from './similarity.ts';
import { compare, idFrom } from './story-of.ts';
import { FOLLOWS, REACH_DAYS, sharesParties } from './threads.ts';
import { daysBetween, mergeTraits, type Traits } from './traits.ts';

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

export class ThreadStream {
  /** Stories that are closed, while an earlier one may still come. */
  #waiting: Waiting[] = [];
  /** Stories that a later one may follow. */
  #open: Followable[] = [];
  readonly #scale = new Scale();

  add(story: Story, members: readonly Traits[]): void {
    this.#waiting.push({ story, traits: mergeTraits(story.id, members) });
  }

  /** Links the stories that began before all that can still come on or after `day`; gives back those that none of these can follow. */
  upTo(day: string, reach: number): readonly Story[] {
    const isDue = ({ story }: Waiting): boolean =>
      story.start !== undefined && story.start < day && daysBetween(story.start, day) > 2 * reach;
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
    const open = this.#open.map(told);
    this.#open = [];
    return [...left, ...open, ...undated];
  }

  #link(due: readonly Waiting[]): readonly Story[] {
    const gone: Story[] = [];
    let start: string | undefined;
    for (const w of [...due].sort((a, b) => compare(a.story.start ?? '', b.story.start ?? '') || compare(a.story.id, b.story.id))) {
      // Which stories can be followed depends on the day alone.
      if (w.story.start !== start) gone.push(...this.#leave(w.story));
      start = w.story.start;
      this.#scale.add(w.traits);
      const weighted = this.#scale.weigh(w.traits);
      let best: Followable | undefined;
      let most = FOLLOWS;
      for (const o of this.#open) {
        if (!sharesParties(o.story, w.story)) continue;
        const likeness = likenessOf(weighted, o.weighted, WEIGHTS, most);
        if (likeness > most || (likeness === most && !best)) [best, most] = [o, likeness];
      }
      if (best) best.isFollowed = true;
      this.#open.push({ ...w, weighted, root: best?.root ?? w.story.id, isFollowing: best !== undefined, isFollowed: false });
    }
    return gone;
  }

  /** The stories that ended too long before a story to be followed by it or by a later one. */
  #leave(next: Story): readonly Story[] {
    const gone = this.#open.filter((o) => daysFrom(o.story, next) > REACH_DAYS);
    if (gone.length === 0) return [];
    const left = new Set(gone);
    this.#open = this.#open.filter((o) => !left.has(o));
    for (const o of gone) this.#scale.remove(o.traits);
    return gone.map(told);
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
