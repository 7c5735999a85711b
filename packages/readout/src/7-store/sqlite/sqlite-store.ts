import type { Database } from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { ReadoutError } from '../../errors.ts';
import type { Engine, Record } from '../../model/record.ts';
import type { Telling } from '../acts.ts';
import { checkRecord } from '../check-record.ts';
import { SCHEMA_VERSION } from '../migrations/index.ts';
import type {
  ArticleFilter,
  ArticleHead,
  ArticleView,
  ClaimFilter,
  ClaimView,
  Counts,
  DayCount,
  DyadCount,
  EntityFilter,
  EntityView,
  EventFilter,
  EventView,
  Facets,
  Found,
  Happening,
  IngestHealth,
  MeasureFilter,
  Page,
  PlaceCount,
  PublisherCount,
  RelationFilter,
  RelationView,
  SilenceFilter,
  SilenceView,
  Store,
  Tie,
  TieFilter,
  Told,
  Upserted,
  Verification,
} from '../store.ts';
import type { Tables } from '../tables.ts';
import { countStore } from './counts.ts';
import { storing } from './failures.ts';
import { listArticles } from './filters/articles.ts';
import { listClaims } from './filters/claims.ts';
import { listEntities, namedEntities } from './filters/entities.ts';
import { listEvents, listHappenings } from './filters/events.ts';
import { articleHead } from './filters/heads.ts';
import { listRelations } from './filters/relations.ts';
import { listSilences } from './filters/silences.ts';
import { findById } from './find.ts';
import { ingestHealth, noteReadings } from './health.ts';
import { countDyads, countPlaces, countPublishers, listTies, reportDays, tellingsBetween, toldRelations } from './measures.ts';
import { withPoints } from './points.ts';
import { readRecord } from './read-record.ts';
import { searchArticles, searchFacets } from './search.ts';
import { upsertRecords } from './upsert.ts';
import { verifyStore } from './verify.ts';

/** The store over one SQLite file. Made by `openStore`. */
export class SqliteStore implements Store {
  readonly path: string;
  readonly schemaVersion = SCHEMA_VERSION;
  readonly #database: Database;
  readonly #db: Kysely<Tables>;
  #days: { readonly version: string; readonly counts: Promise<readonly DayCount[]> } | undefined;

  constructor(database: Database, path: string) {
    this.path = path;
    this.#database = database;
    this.#db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
  }

  upsert(records: readonly Record[]): Promise<Upserted> {
    return this.#storing(() => {
      for (const record of records) {
        const [fault] = checkRecord(record);
        if (fault)
          throw new ReadoutError(
            'store/mismatch',
            `The record of ${record.article.id} was refused: ${fault.at} ${fault.message}. Nothing was written.`,
            {
              at: record.article.id,
            },
          );
      }
      return upsertRecords(this.#database, records);
    });
  }

  noteReadings(readings: Parameters<Store['noteReadings']>[0]): Promise<void> {
    return this.#storing(() => noteReadings(this.#database, readings));
  }

  known(ids: readonly string[], engine?: Engine): Promise<ReadonlySet<string>> {
    return this.#storing(() => {
      const find = this.#database.prepare<[string], { engine: string; knowledge: string; model: string }>(
        'SELECT engine, knowledge, model FROM articles WHERE id = ?',
      );
      const isKnown = (id: string): boolean => {
        const row = find.get(id);
        return (
          row !== undefined &&
          (!engine || (row.engine === engine.version && row.knowledge === engine.knowledge && row.model === engine.model))
        );
      };
      return new Set(ids.filter(isKnown));
    });
  }

  articles(filter: ArticleFilter = {}): Promise<Page<ArticleView>> {
    return this.#storing(() => listArticles(this.#db, filter));
  }

  article(id: string): Promise<Record | undefined> {
    return this.#storing(() => {
      const n = this.#database.prepare<[string], number>('SELECT n FROM articles WHERE id = ?').pluck().get(id);
      return n === undefined ? undefined : readRecord(this.#database, n);
    });
  }

  versions(id: string): Promise<readonly ArticleHead[]> {
    return this.#storing(() =>
      this.#database
        .prepare<[string, string], { frame: string; superseded_by: string | null }>(
          "SELECT frame, superseded_by FROM articles WHERE id = ? OR page = (SELECT page FROM articles WHERE id = ?) ORDER BY coalesce(day, ''), n",
        )
        .all(id, id)
        .map(articleHead),
    );
  }

  events(filter: EventFilter = {}): Promise<Page<EventView>> {
    return this.#storing(() => listEvents(this.#db, filter));
  }

  happenings(filter: EventFilter = {}): Promise<Page<Happening>> {
    return this.#storing(() => listHappenings(this.#db, filter));
  }

  claims(filter: ClaimFilter = {}): Promise<Page<ClaimView>> {
    return this.#storing(() => listClaims(this.#db, filter));
  }

  relations(filter: RelationFilter = {}): Promise<Page<RelationView>> {
    return this.#storing(() => listRelations(this.#db, filter));
  }

  silences(filter: SilenceFilter = {}): Promise<Page<SilenceView>> {
    return this.#storing(() => listSilences(this.#db, filter));
  }

  entities(filter: EntityFilter = {}): Promise<Page<EntityView>> {
    return this.#storing(() => listEntities(this.#db, filter));
  }

  search(words: string, filter: ArticleFilter = {}): Promise<Page<ArticleView>> {
    return this.#storing(() => searchArticles(this.#db, words, filter));
  }

  find(id: string): Promise<Found | undefined> {
    return this.#storing(() => findById(this.#database, this.#db, id));
  }

  counts(): Promise<Counts> {
    return this.#storing(() => countStore(this.#database));
  }

  tellings(a: string, b: string, filter: MeasureFilter = {}): Promise<readonly Telling[]> {
    return this.#storing(() => tellingsBetween(this.#database, a, b, filter));
  }

  reportIds(): Promise<readonly string[]> {
    return this.#storing(() => this.#database.prepare<[], string>('SELECT id FROM reports WHERE shown = 1 ORDER BY id').pluck().all());
  }

  reportDays(): Promise<readonly DayCount[]> {
    return this.#storing(() => {
      // Every series needs them, and they change only when the store does.
      const version = `${this.#database.pragma('data_version', { simple: true })} ${this.#database.prepare('SELECT total_changes()').pluck().get()}`;
      if (this.#days?.version !== version) this.#days = { version, counts: reportDays(this.#db) };
      return this.#days.counts;
    });
  }

  ties(filter: TieFilter): Promise<readonly Tie[]> {
    return this.#storing(() => listTies(this.#db, filter));
  }

  told(parties: readonly string[]): Promise<readonly Told[]> {
    return this.#storing(() => toldRelations(this.#db, parties));
  }

  dyadCounts(by: 'month' | 'year', filter: MeasureFilter = {}): Promise<readonly DyadCount[]> {
    return this.#storing(() => countDyads(this.#db, by, filter));
  }

  places(filter: Parameters<Store['places']>[0] = {}): Promise<readonly PlaceCount[]> {
    return this.#storing(async () => withPoints(this.#db, await countPlaces(this.#db, filter)));
  }

  publishers(filter: Parameters<Store['publishers']>[0] = {}): Promise<readonly PublisherCount[]> {
    return this.#storing(() => countPublishers(this.#db, filter));
  }

  facets(words: string, filter: ArticleFilter = {}): Promise<Facets> {
    return this.#storing(() => searchFacets(this.#db, words, filter));
  }

  health(): Promise<IngestHealth> {
    return this.#storing(() => ingestHealth(this.#database));
  }

  named(ids: readonly string[]): Promise<ReadonlyMap<string, EntityView>> {
    return this.#storing(() => namedEntities(this.#db, ids));
  }

  verify(onArticle?: (done: number, total: number) => void): Promise<Verification> {
    return this.#storing(() => verifyStore(this.#database, onArticle));
  }

  async close(): Promise<void> {
    // Closes the file too.
    await this.#db.destroy();
    if (this.#database.open) this.#database.close();
  }

  #storing<T>(act: () => T | Promise<T>): Promise<T> {
    return storing(this.path, act);
  }
}
