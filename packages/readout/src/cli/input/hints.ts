import { ReadoutError } from '../../errors.ts';
import type { ArticleHints } from '../../model/article.ts';
import type { Call } from '../command.ts';
import { given } from '../given.ts';

/** What the caller says of the input. Throws `usage/bad-value` when one address or title is given for several files, and for a state that is no code. */
export function hintsOf({ flags, args }: Call): ArticleHints | undefined {
  const { title, url, date, publisher, state } = flags;
  const single = title === undefined ? (url === undefined ? undefined : '--url') : '--title';
  if (single !== undefined && args.length > 1)
    throw new ReadoutError('usage/bad-value', `${single} is of one report, and several files were given. Read them one by one.`, {
      at: single,
    });
  if (state !== undefined && !/^[A-Z]{3}$/i.test(state))
    throw new ReadoutError('usage/bad-value', `--state is the publisher's, as three letters (KOR), not ${JSON.stringify(state)}.`, {
      at: '--state',
    });
  const hints = given({ title, url, date, publisher, state });
  return Object.keys(hints).length === 0 ? undefined : hints;
}
