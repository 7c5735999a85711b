/** The page of one event, and where any record stands: links to a record by its id outlive a new reading of its report. */
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { dayOf, passageOver, recordKeys } from '../7-store/index.ts';
import type { Found, Store } from '../7-store/store.ts';
import { comparisonLines } from '../8-compare/index.ts';
import { comparisonColumns } from '../cli/format/comparison-columns.ts';
import type { Event, Record } from '../model/index.ts';
import { headOf } from './article-head.ts';
import { explainRule } from './explain-rule.ts';
import { explainSigns } from './explain-signs.ts';
import type { Known } from './known.ts';
import { listAt } from './links.ts';
import { problem } from './problem.ts';
import { about, idParam, withId } from './route.ts';
import * as schemas from './schemas/event-page.ts';
import { namesIn, type StoryBook } from './story-book.ts';
import { csvOf, reply } from './twins.ts';

/** A passage that is longer is only the sentence of the act: its date may stand at the other end of the text. */
const LONGEST = 1_200;
const EXAMPLE = `e_${'0'.repeat(32)}`;

type FoundRecord = Exclude<Found, { readonly kind: 'article' | 'entity' }>;
type FoundEvent = Extract<Found, { readonly kind: 'event' }>;

/** Adds the routes to an app. */
export function eventRoutes(
  app: OpenAPIHono,
  store: Store,
  { known, stories }: { readonly known: Known; readonly stories: StoryBook },
): void {
  const found = async (id: string): Promise<FoundEvent | undefined> => {
    const record = await recordOf(store, id);
    return record?.kind === 'event' ? record : undefined;
  };
  const none = (id: string): string =>
    `There is no event ${JSON.stringify(id.slice(0, 100))}. It is the id of an event, or a report’s and e1.`;

  app.openapi(withId('One event: its words, codes, rule and parties', '/api/events/{id}', EXAMPLE, schemas.eventView), async (c) => {
    const { id } = c.req.valid('param');
    const event = await found(id);
    return event ? reply(c, eventAnswer(event, known)) : problem(c, 'store/not-found', none(id));
  });
  app.openapi(
    about('/api/events/{id}/accounts', {
      summary: 'How the other accounts of its story have an event',
      params: z.object({ id: idParam(EXAMPLE) }),
      query: z.object({}),
      answer: schemas.eventAccounts,
      also: ['csv'],
    }),
    async (c) => {
      const { id } = c.req.valid('param');
      const event = await found(id);
      if (!event) return problem(c, 'store/not-found', none(id));
      const own = event.record.article.id;
      const book = await stories.book({ article: own });
      const story = book.stories.find((s) => s.articles.includes(own));
      const records = await stories.records(story?.articles ?? [own]);
      const whole = stories.compare(records);
      const mine = whole.accounts.filter((a) => a.article === own).map((a) => a.id);
      const row = whole.rows.find(
        ({ kind, cells }) =>
          kind === 'event' &&
          mine.some((account) => {
            const cell = cells[account];
            return cell?.is === 'said' && cell.sayings.some((s) => s.item === event.item.id);
          }),
      );
      const answer = {
        ...(story ? { story: { id: story.id, title: story.title, reports: story.articles.length } } : {}),
        ...(row ? { row } : {}),
        accounts: row ? whole.accounts : [],
        reports: records.map(headOf),
        names: namesIn(records),
      };
      const days = new Map(answer.reports.flatMap((r) => (r.published === undefined ? [] : [[r.id, r.published] as const])));
      const lines = comparisonLines({ ...whole, rows: row ? [row] : [], silences: [] }, days);
      return reply(c, answer, { csv: () => csvOf(comparisonColumns(), lines) });
    },
  );
  app.openapi(withId('Where a record stands: its report, and its id in it', '/api/records/{id}', EXAMPLE, schemas.recordAt), async (c) => {
    const { id } = c.req.valid('param');
    const record = await recordOf(store, id);
    if (!record) return problem(c, 'store/not-found', `There is no record ${JSON.stringify(id.slice(0, 100))}.`);
    return reply(c, { id: record.id, kind: record.kind, article: record.record.article.id, local: record.item.id });
  });
}

/** A record by its id or a unique beginning of it; or by its report and its id there (`3f2a9c1d:e1`). */
async function recordOf(store: Store, id: string): Promise<FoundRecord | undefined> {
  const [, article, local] = /^(?:sha256:)?([0-9a-f]{8,64}):([a-z]\d{1,6})$/.exec(id) ?? [];
  if (article === undefined || local === undefined) {
    if (!/^[a-z]_[0-9a-f]{4,32}$/.test(id)) return undefined;
    const found = await store.find(id);
    return found && 'item' in found ? found : undefined;
  }
  const whole = await store.find(`sha256:${article}`);
  const key = whole?.kind === 'article' ? recordKeys(whole.record).find((k) => k.local === local) : undefined;
  return key && recordOf(store, key.id);
}

function eventAnswer({ id, record, item }: FoundEvent, known: Known) {
  const { article } = record;
  const explained = (rule: string) => explainRule(rule, known.knowledge) ?? { id: rule };
  const claim = record.claims.find((c) => c.id === item.claim);
  const time = record.times.find((t) => t.id === item.date?.time);
  const table = known.code(item.cameo);
  return {
    id,
    article: headOf(record),
    record: item,
    names: namesIn([record]),
    passage: passageOf(record, item),
    words: wordsOf(record, item),
    rule: explained(item.rule),
    ...(item.governor === undefined ? {} : { governor: explained(item.governor) }),
    ...(item.signs === undefined ? {} : { signs: explainSigns(item, known.knowledge) }),
    ...(table ? { table } : {}),
    ...(time ? { dateWords: article.text.slice(time.span.start, time.span.end) } : {}),
    ...(claim ? { claim } : {}),
    ...(claim?.source ? { speaker: article.text.slice(claim.source.span.start, claim.source.span.end) } : {}),
    ...listOf(item),
  };
}

function passageOf({ article }: Record, { evidence }: Event): { readonly text: string; readonly start: number } {
  const whole = passageOver(
    article,
    evidence.map((e) => e.span),
  );
  const trigger = evidence.filter((e) => e.as === 'trigger').map((e) => e.span);
  const { start, end } = whole.end - whole.start > LONGEST && trigger.length > 0 ? passageOver(article, trigger.slice(0, 1)) : whole;
  return { start, text: article.text.slice(start, end) };
}

function wordsOf({ article }: Record, { evidence }: Event) {
  const seen = new Set<string>();
  return evidence
    .filter(({ as, span }) => {
      const key = `${as} ${span.start} ${span.end}`;
      return !seen.has(key) && seen.add(key);
    })
    .map(({ as, span }) => ({ as, span, text: article.text.slice(span.start, span.end) }))
    .sort((x, y) => x.span.start - y.span.start || x.span.end - y.span.end);
}

/** The list of what is told between the event's first two parties on its day. */
function listOf(event: Event): { readonly list?: string } {
  const [a, b] = [...event.actor, ...event.recipient].map((p) => p.state ?? p.entity).filter((id, i, all) => all.indexOf(id) === i);
  const day = dayOf(event);
  if (a === undefined || b === undefined || day === undefined) return {};
  return { list: listAt('/api/events', { between: `${a},${b}`, period: day }) };
}
