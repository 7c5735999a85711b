/** Places for the nodes of a network: d3-force with its fixed seed and a fixed number of steps, so that the same ties make the same picture. */
import { forceCenter, forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';
import type { Network } from '../../../../packages/readout/src/http/schemas/answers.ts';

export interface Placed {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly r: number;
}
interface Body {
  readonly id: string;
  readonly r: number;
  x?: number;
  y?: number;
}
export const WIDTH = 1000;
export const HEIGHT = 640;
const STEPS = 320;

/** By id, within WIDTH × HEIGHT. */
export function placesOf({ nodes, edges }: Pick<Network, 'nodes' | 'edges'>): ReadonlyMap<string, Placed> {
  const most = Math.max(1, ...nodes.map((n) => n.weight));
  const bodies: Body[] = nodes.map((n) => ({ id: n.id, r: 5 + 15 * Math.sqrt(n.weight / most) }));
  const isThere = new Set(bodies.map((b) => b.id));
  const links = edges
    .filter((e) => isThere.has(e.from) && isThere.has(e.to) && e.from !== e.to)
    .map((e) => ({ source: e.from, target: e.to }));
  const simulation = forceSimulation(bodies)
    .force(
      'link',
      forceLink<Body, { source: string; target: string }>(links)
        .id((b) => b.id)
        .distance(nodes.length > 60 ? 60 : 90)
        .strength(0.35),
    )
    .force(
      'charge',
      forceManyBody()
        .strength(nodes.length > 60 ? -150 : -260)
        .distanceMax(420),
    )
    .force(
      'collide',
      forceCollide<Body>((b) => b.r + 14),
    )
    .force('x', forceX(WIDTH / 2).strength(0.045))
    .force('y', forceY(HEIGHT / 2).strength(0.075))
    .force('center', forceCenter(WIDTH / 2, HEIGHT / 2))
    .stop();
  simulation.tick(STEPS);
  const fit = fitted(bodies);
  return new Map(
    bodies.map((b) => [b.id, { id: b.id, r: b.r, x: inside(fit.x(b.x), WIDTH, b.r + 40), y: inside(fit.y(b.y), HEIGHT, b.r + 16) }]),
  );
}

/** Spreads a small network over the drawing: up to half as large again, the same both ways. */
function fitted(bodies: readonly Body[]) {
  const reach = (values: readonly number[]): readonly [middle: number, half: number] => {
    const [least, most] = [Math.min(...values), Math.max(...values)];
    return [(least + most) / 2, Math.max(1, (most - least) / 2)];
  };
  const [mx, hx] = reach(bodies.map((b) => b.x ?? 0));
  const [my, hy] = reach(bodies.map((b) => b.y ?? 0));
  const scale = Math.min(1.5, (WIDTH / 2 - 70) / hx, (HEIGHT / 2 - 40) / hy);
  return { x: (x = 0) => WIDTH / 2 + (x - mx) * scale, y: (y = 0) => HEIGHT / 2 + (y - my) * scale };
}

const inside = (value: number | undefined, size: number, margin: number): number =>
  Math.round(Math.min(size - margin, Math.max(margin, value ?? size / 2)) * 10) / 10;
