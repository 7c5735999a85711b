/** The world's shapes (Natural Earth 1:110m, by way of world-atlas) as SVG paths in one projection; the file is ours to serve. */
import { geoEqualEarth, geoGraticule10, geoPath } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import address from 'world-atlas/countries-110m.json?url';
import { get } from './api.ts';

export const WIDTH = 1000;
export const HEIGHT = 487;

type World = Topology<{ countries: GeometryCollection<{ name: string }>; land: GeometryCollection }>;

export interface Drawn {
  readonly land: string;
  readonly borders: string;
  readonly lines: string;
  /** Where a place is drawn; undefined for what is beyond the map. */
  point(longitude: number, latitude: number): readonly [x: number, y: number] | undefined;
  /** The middle of a state's shape, by its name; undefined where the map has no such shape. */
  middle(name: string): readonly [x: number, y: number] | undefined;
}

export async function drawWorld(signal: AbortSignal): Promise<Drawn> {
  const world = await get<World>(address, signal);
  const projection = geoEqualEarth().fitExtent(
    [
      [4, 4],
      [WIDTH - 4, HEIGHT - 4],
    ],
    { type: 'Sphere' },
  );
  const path = geoPath(projection).digits(1);
  const shapes = feature(world, world.objects.countries).features;
  const byName = new Map(shapes.map((s) => [s.properties.name, s]));
  return {
    land: path(feature(world, world.objects.land)) ?? '',
    borders: path(mesh(world, world.objects.countries, (a, b) => a !== b)) ?? '',
    lines: path(geoGraticule10()) ?? '',
    point: (longitude, latitude) => projection([longitude, latitude]) ?? undefined,
    middle: (name) => {
      const shape = byName.get(name);
      return shape ? path.centroid(shape) : undefined;
    },
  };
}
