export type EntityKind = 'state' | 'person' | 'body' | 'organisation' | 'news-agency' | 'outlet' | 'armed-group' | 'people' | 'place';

/** An office held, as the knowledge has it at the article's date. */
export interface Role {
  readonly office: string;
  readonly title?: string;
  readonly state?: string;
  readonly organisation?: string;
  readonly start?: string;
  readonly end?: string;
}

/**
 * A party, person, body or place of the record. Ids: ISO3 for states; knowledge ids (`yoon-suk-yeol`, `xinhua`, `apec`) for what is
 * known; for what only the text names, a slug of the name (`person:…`, `organisation:…`, `people:…`, `place:…`).
 */
export interface Entity {
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  readonly iso3?: string;
  readonly cow?: number;
  readonly qid?: string;
  /** The state it belongs to or acts for (ISO3). */
  readonly state?: string;
  /** PLOVER sector. */
  readonly sector?: string;
  readonly gender?: 'm' | 'f';
  readonly roles?: readonly Role[];
  /** Whether an outlet or agency speaks for a state. */
  readonly official?: boolean;
  /** Where the knowledge has it from; absent when only the text names it. */
  readonly knowledge?: string;
}
