/** What one publisher's texts do not have, story by story. */
import type { Omission, Record, Row, Story } from '../../model/index.ts';
import type { SearchWords } from '../search/words.ts';
import { textAccounts } from './accounts.ts';
import { compareAccounts } from './compare.ts';

/** An omission with what is needed to read it. */
export interface OmissionView {
  readonly publisher?: string;
  readonly story: string;
  readonly article: string;
  readonly kind: Row['kind'];
  readonly label: string;
  /** One account's words for it. */
  readonly quote: string;
  readonly heldByPublishers: readonly string[];
  readonly omission: Omission;
}

/** The omissions of texts of one publisher (a part of its id or name; all, when none is named). */
export function omissionsBy(
  records: readonly Record[],
  stories: readonly Story[],
  by: string | undefined,
  words: SearchWords,
): readonly OmissionView[] {
  const wanted = by?.toLowerCase();
  const isBy = ({ article }: Record): boolean =>
    wanted === undefined ||
    article.publisher?.id.includes(wanted) === true ||
    article.publisher?.name.toLowerCase().includes(wanted) === true;
  const found = stories.flatMap((story) => {
    const members = records.filter((r) => story.articles.includes(r.article.id));
    if (members.length < 2 || !members.some(isBy)) return [];
    const { accounts, rows } = compareAccounts(textAccounts(members), members, words);
    return rows.flatMap((row) =>
      accounts.flatMap((account): readonly OmissionView[] => {
        const cell = row.cells[account.id];
        const record = members.find((r) => r.article.id === account.article);
        if (cell?.is !== 'not-in-this-text' || !record || !isBy(record)) return [];
        const holders = accounts.filter((a) => row.cells[a.id]?.is === 'said');
        const said = holders.map((a) => row.cells[a.id]).find((c) => c?.is === 'said');
        return [
          {
            ...(account.voice.publisher ? { publisher: account.voice.publisher.name } : {}),
            story: story.id,
            article: account.article,
            kind: row.kind,
            label: row.label,
            quote: said?.is === 'said' ? (said.sayings[0]?.quote ?? '') : '',
            heldByPublishers: holders.map((a) => a.voice.name),
            omission: cell.omission,
          },
        ];
      }),
    );
  });
  return mostHeldFirst(found);
}

/** Omissions in the order in which they are shown: what most accounts hold first, then what is most salient there. */
export function mostHeldFirst(views: readonly OmissionView[]): readonly OmissionView[] {
  return [...views].sort((a, b) => b.omission.heldBy - a.omission.heldBy || b.omission.salience - a.omission.salience);
}
