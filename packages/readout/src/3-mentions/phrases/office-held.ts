/**
 * Who holds an office that a phrase tells by its state, a part of it or a party: "the Czech president", "the Vermont senator", "the governor of
 * Texas", "the Republican nominee". By the article's day; whom the text names comes before whom only the lists hold.
 */
import type { Tree } from '../../2-sentences/syntax.ts';
import type { Desk, Draft } from '../draft.ts';
import { isPart } from '../grammar/belonging.ts';
import { isDefinite } from '../grammar/definite.ts';
import type { Role } from '../lists/roles.ts';
import { longHeld } from './long-held.ts';
import { formerNamed, isBecome, isFormer, leaderNamed, officeOfPublisher } from './office-named.ts';
import { holderTold, officerOf } from './office-told.ts';

/** Whose an office is. */
interface OfWhom {
  readonly state: string | undefined;
  readonly owner: Draft | undefined;
  /** An office of a firm or a club, of no state. */
  readonly isPrivate: boolean;
}

/** Whoever holds an office, the rule that found it, and what the mention says of the office itself. */
interface Held {
  readonly person: string;
  readonly via: string;
  readonly state?: string;
  readonly sector?: string;
}

/** Ranks of offices below this one lead a state or its ministries of abroad and war. */
const LEADERS = 4;

/** The first of the single offices that words name which somebody holds in this state on the day ("president" names several). */
export function singleOffice(desk: Desk, role: Role, { state, owner, isPrivate }: OfWhom): string | undefined {
  if (state === undefined || isPrivate) return undefined;
  // "The House speaker": a chamber has one, whatever the state has.
  const ofChamber = owner !== undefined && owner.start === role.start && desk.entities.get(owner.entities[0] ?? '')?.sector === 'LEG';
  const ofBody = !ofChamber && isOfOtherBody(desk, owner);
  const singles = role.offices.filter(
    (o) => (ofChamber || desk.roles.isSingle(o)) && (desk.roles.officeRank(o) < LEADERS ? !ofBody : !owner || !isPart(desk, owner)),
  );
  return singles.find((o) => desk.gazetteer.holders(o, state, desk.day).length > 0) ?? singles[0];
}

/** "The president of the Bankers Association", "of the parliament": whoever leads a body that is no government leads no state. */
function isOfOtherBody(desk: Desk, owner: Draft | undefined): boolean {
  const e = owner?.entities.length === 1 ? desk.entities.get(owner.entities[0] ?? '') : undefined;
  return e !== undefined && /^(body|organisation|outlet|news-agency|armed-group)$/.test(e.kind) && e.sector !== 'GOV';
}

/** The one whom a phrase for one person at token `head` means by an office; undefined where that is not told or not known. */
export function officeHeld(desk: Desk, tree: Tree, head: number, role: Role, of: OfWhom): Held | undefined {
  const { state, owner } = of;
  const s = tree.sentence.index;
  const long = isDefinite(tree, head) ? longHeld(desk, tree, head, role, state) : undefined;
  if (long !== undefined) return long === 'nobody' ? undefined : { person: long, via: 'nominal.long-held' };
  const isNow = isDefinite(tree, head) && !isFormer(tree, head, { role }) && !isBecome(tree, head);
  if (isNow && isOfWhoLeft(desk, tree, head, owner)) return undefined;
  const told = isNow && !of.isPrivate ? holderTold(desk, tree, head, role, of) : undefined;
  const officer = told === undefined && isNow && role.kind === 'role' ? officerOf(desk, tree, head, role) : undefined;
  if (officer !== undefined) return { person: officer, via: 'nominal.office-holder', sector: role.sector };
  if (told !== undefined) return told === 'nobody' ? undefined : { person: told, via: 'nominal.office-told', sector: role.sector };
  const office = singleOffice(desk, role, of);
  if (office && state && isNow) {
    const holder = desk.gazetteer.soleHolder(office, state, desk.day);
    const met = [...desk.entities.values()].filter(
      (e) => e.kind === 'person' && e.state === state && (e.roles ?? []).some((x) => x.office === office),
    );
    const own = desk.day === undefined && desk.article.publisher?.state === state ? officeOfPublisher(desk, tree, head, role) : undefined;
    const person = met.length === 1 ? met[0]?.id : holder ? holder.person : own;
    const via = met.length === 1 ? 'nominal.office-named' : 'nominal.office-holder';
    if (person) return { person, via, state, sector: role.sector };
  }
  if (state === undefined) return undefined;
  const leader = role.phrase === 'leader' && isDefinite(tree, head) ? leaderNamed(desk, s, head, state) : undefined;
  if (leader) return { person: leader, via: 'nominal.office-named' };
  const part = owner && owner.start < head && isPart(desk, owner) ? desk.entities.get(owner.entities[0] ?? '')?.name : undefined;
  const once = formerNamed(desk, tree, head, role, { state, part });
  return once === undefined ? undefined : { person: once, via: 'nominal.former-office', sector: 'ELI' };
}

/** "Novak named him his Secretary of Labor": whose term is over has other ministers than those of the day. */
function isOfWhoLeft(desk: Desk, tree: Tree, head: number, owner: Draft | undefined): boolean {
  const e = owner && desk.entities.get(owner.entities[0] ?? '');
  if (!owner || e?.kind !== 'person' || tree.tokens[owner.head]?.head !== head || !desk.gazetteer.known(e.id)) return false;
  return desk.day !== undefined && !(e.roles ?? []).some((r) => desk.roles.officeRank(r.office) <= 1);
}
