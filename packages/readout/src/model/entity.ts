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

/** How much ground the point stands for: `area` is larger than a state or crosses borders (a sea, a river, a continent). */
export type PlacePrecision = 'country' | 'region' | 'district' | 'city' | 'point' | 'area';

/** Where something is, in degrees (WGS 84), and why this bearer of the name was chosen. */
export interface Place {
  readonly lat: number;
  readonly lon: number;
  readonly precision: PlacePrecision;
  /** The gazetteer's name; the words of the text stay in the entity's `name` and the mention's span. */
  readonly name: string;
  /** ISO3 of the state it lies in; absent for what spans states. */
  readonly country?: string;
  /** GeoNames id, where the gazetteer has it. */
  readonly geonames?: number;
  /** The rule that chose it (docs/places.md). */
  readonly rule: string;
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
  /** Of places and of states: where it is. Absent when nothing tells which bearer of the name is meant. */
  readonly place?: Place;
  /** Where the knowledge has it from; absent when only the text names it. */
  readonly knowledge?: string;
}
