/**
 * The stories of a large store, cell by cell: the days are parted by a grid that depends on how many reports they have and on nothing else, each cell is
 * grouped once with the days around it (8-compare/stories/story-part.ts), and has the stories that begin in it. Kept in memory: stories and heads, no record.
 */
import { type ArticleHead, type DayCount, idsOf, type Store } from '../7-store/index.ts';
import { AROUND_DAYS, type Overrides, type PartGroup, type PartReport, partReport, StoryPart } from '../8-compare/index.ts';
import type { Story } from '../model/index.ts';
import { headOf } from './article-head.ts';

/** Days from `from` to `to`, both among them. */
export interface Cell {
  readonly from: string;
  readonly to: string;
  readonly reports: number;
}

export interface CellStories {
  /** Each with the first report of the story that it follows. */
  readonly stories: readonly { readonly story: Story; readonly follows?: string }[];
  readonly heads: ReadonlyMap<string, ArticleHead>;
}

interface Grouped {
  readonly groups: readonly PartGroup[];
  readonly heads: ReadonlyMap<string, ArticleHead>;
}

/** Days of the largest and the smallest cell. The smallest must not be shorter than what a story may have behind its cell. */
const MOST_DAYS = 64;
const LEAST_DAYS = 16;
/** Reports of the cells that are kept: those of one answer and of some before it, however many cells a quiet store has them in. */
const MOST_KEPT = 24_000;
const DAY = 86_400_000;

export class StoryCells {
  readonly #store: Store;
  readonly #overrides: Overrides | undefined;
  readonly #grouped = new Map<string, { readonly reports: number; readonly made: Promise<Grouped> }>();
  /** Reports of the cells that are being grouped: neighbours share them. */
  readonly #read = new Map<string, PartReport>();

  constructor(store: Store, overrides: Overrides | undefined) {
    this.#store = store;
    this.#overrides = overrides;
  }

  /** The stories that begin in a cell; `before` is the cell before it, whose stories may go on in it. */
  async stories(cell: Cell, before: Cell | undefined): Promise<CellStories> {
    const isNear = before !== undefined && shifted(before.to, AROUND_DAYS) >= cell.from;
    const taken = new Set(isNear ? (await this.#group(before)).groups.flatMap((g) => g.behind) : []);
    const { groups, heads } = await this.#group(cell);
    const stories: { readonly story: Story; readonly follows?: string }[] = [];
    for (const { story, inside, behind, follows } of groups) {
      const left = inside.filter((id) => !taken.has(id));
      const next = follows === undefined ? {} : { follows };
      if (left.length === inside.length) stories.push({ story, ...next });
      else if (left.length + behind.length > 0) stories.push({ story: await this.storyOf([...left, ...behind]), ...next });
    }
    return { stories, heads };
  }

  /** Some reports as one story. */
  async storyOf(ids: readonly string[]): Promise<Story> {
    const part = new StoryPart();
    for (const id of ids) {
      const report = await this.#report(id);
      if (report) part.add(report);
    }
    return part.story();
  }

  /** Lets go of what was read to group cells. */
  rest(): void {
    this.#read.clear();
  }

  async #report(id: string): Promise<PartReport | undefined> {
    const known = this.#read.get(id);
    if (known) return known;
    const record = await this.#store.article(id);
    const made = record && partReport(record);
    if (made) this.#read.set(id, made);
    return made;
  }

  #group(cell: Cell): Promise<Grouped> {
    const name = `${cell.from} ${cell.to}`;
    const made = this.#grouped.get(name)?.made ?? this.#make(cell);
    this.#grouped.delete(name);
    this.#grouped.set(name, { reports: cell.reports, made });
    let kept = 0;
    for (const { reports } of this.#grouped.values()) kept += reports;
    for (const [old, { reports }] of this.#grouped) {
      if (kept <= MOST_KEPT) break;
      this.#grouped.delete(old);
      kept -= reports;
    }
    // A failure is told to who asked, and tried again by the next.
    made.catch(() => {
      if (this.#grouped.get(name)?.made === made) this.#grouped.delete(name);
    });
    return made;
  }

  async #make({ from, to }: Cell): Promise<Grouped> {
    const last = shifted(to, AROUND_DAYS);
    const part = new StoryPart();
    const heads = new Map<string, ArticleHead>();
    for await (const id of idsOf(this.#store, { since: shifted(from, -AROUND_DAYS), until: last })) {
      const report = await this.#report(id);
      if (report?.record.article.published?.precision !== 'day') continue;
      part.add(report);
      heads.set(id, headOf(report.record));
    }
    return { groups: part.groups(from, to, last, this.#overrides ? { overrides: this.#overrides } : {}), heads };
  }
}

/** The cells of a store that have reports, earliest first: parts of a fixed grid, halved where they have more than `most`. */
export function cellsOf(days: readonly DayCount[], most: number): readonly Cell[] {
  const counts = days.flatMap(({ day, reports }): [number, number][] =>
    /^\d{4}-\d\d-\d\d$/.test(day) ? [[Date.parse(day) / DAY, reports]] : [],
  );
  const cells: Cell[] = [];
  const part = (within: readonly (readonly [number, number])[], from: number, size: number): void => {
    const reports = within.reduce((sum, [, n]) => sum + n, 0);
    if (reports === 0) return;
    if (reports > most && size > LEAST_DAYS) {
      const middle = from + size / 2;
      part(
        within.filter(([day]) => day < middle),
        from,
        size / 2,
      );
      part(
        within.filter(([day]) => day >= middle),
        middle,
        size / 2,
      );
    } else cells.push({ from: isoDay(from), to: isoDay(from + size - 1), reports });
  };
  const grid = new Map<number, (readonly [number, number])[]>();
  for (const [day, reports] of counts) {
    const at = Math.floor(day / MOST_DAYS) * MOST_DAYS;
    grid.set(at, [...(grid.get(at) ?? []), [day, reports]]);
  }
  for (const [from, within] of [...grid].sort((a, b) => a[0] - b[0])) part(within, from, MOST_DAYS);
  return cells;
}

/** An ISO day some days later or, below 0, earlier. What is no whole day stays. */
export function shifted(day: string, days: number): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) || day.length !== 10 ? day : isoDay(at / DAY + days);
}

const isoDay = (n: number): string => new Date(n * DAY).toISOString().slice(0, 10);
