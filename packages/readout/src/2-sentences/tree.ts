/**
 * The best tree over arc scores: Chu–Liu–Edmonds (Edmonds 1967), with one root as Universal Dependencies has it. Most sentences need
 * only the arg-max of each row; the algorithm runs where that has a cycle or several roots.
 */

/**
 * Heads for tokens 1 … n-1 (0 is the artificial root); `scores[first + dependent * step + head]`, of which a word's own is not looked at. The result
 * holds the head of each dependent, with 0 at index 0.
 */
export function bestTree(scores: Float32Array | Float64Array, n: number, first = 0, step = n): Int32Array {
  const heads = greedyHeads(scores, n, first, step);
  if (rootsIn(heads) === 1 && !findCycle(heads)) return heads;
  const own = squareOf(scores, n, first, step);
  const tree = edmonds(own, n);
  const roots = rootsOf(tree);
  if (roots.length <= 1) return tree;
  // Several roots: try each as the only one, the others moved below the rest of the tree.
  let best = tree;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const root of roots) {
    const only = Float64Array.from(own);
    for (let d = 1; d < n; d++) if (d !== root) only[d * n] = -1e6;
    const candidate = edmonds(only, n);
    let score = 0;
    for (let d = 1; d < n; d++) score += only[d * n + (candidate[d] ?? 0)] ?? 0;
    if (score > bestScore) {
      bestScore = score;
      best = candidate;
    }
  }
  return best;
}

/** The scores of one sentence by themselves, a word's own the lowest. */
function squareOf(scores: Float32Array | Float64Array, n: number, first: number, step: number): Float64Array {
  const own = new Float64Array(n * n);
  for (let d = 0; d < n; d++) {
    for (let h = 0; h < n; h++) own[d * n + h] = scores[first + d * step + h] ?? 0;
    own[d * n + d] = -1e9;
  }
  return own;
}

function greedyHeads(scores: Float32Array | Float64Array, n: number, first: number, step: number): Int32Array {
  const heads = new Int32Array(n);
  for (let d = 1; d < n; d++) {
    const row = first + d * step;
    let best = Number.NEGATIVE_INFINITY;
    let head = 0;
    for (let h = 0; h < n; h++) {
      const s = scores[row + h] ?? Number.NEGATIVE_INFINITY;
      if (h !== d && s > best) {
        best = s;
        head = h;
      }
    }
    heads[d] = head;
  }
  return heads;
}

function rootsIn(heads: Int32Array): number {
  let roots = 0;
  for (let d = 1; d < heads.length; d++) if (heads[d] === 0) roots++;
  return roots;
}

function rootsOf(heads: Int32Array): number[] {
  const roots: number[] = [];
  for (let d = 1; d < heads.length; d++) if (heads[d] === 0) roots.push(d);
  return roots;
}

function findCycle(heads: Int32Array): number[] | undefined {
  const seen = new Int32Array(heads.length);
  for (let i = 1; i < heads.length; i++) {
    let j = i;
    while (j !== 0 && seen[j] === 0) {
      seen[j] = i;
      j = heads[j] ?? 0;
    }
    if (j !== 0 && seen[j] === i) {
      const cycle = [j];
      for (let k = heads[j] ?? 0; k !== j; k = heads[k] ?? 0) cycle.push(k);
      return cycle;
    }
  }
  return undefined;
}

function edmonds(scores: Float64Array, n: number): Int32Array {
  const heads = greedyHeads(scores, n, 0, n);
  const cycle = findCycle(heads);
  if (!cycle) return heads;
  const at = (d: number, h: number): number => scores[d * n + h] ?? -1e9;
  const inCycle = new Set(cycle);
  const outside: number[] = [];
  for (let i = 0; i < n; i++) if (!inCycle.has(i)) outside.push(i);
  // Contract the cycle into one node, the last of the smaller graph.
  const m = outside.length + 1;
  const node = m - 1;
  const small = new Float64Array(m * m).fill(-1e9);
  const enters = new Int32Array(m);
  const leaves = new Int32Array(m);
  let total = 0;
  for (const c of cycle) total += at(c, heads[c] ?? 0);
  outside.forEach((x, a) => {
    outside.forEach((y, b) => {
      if (a !== b) small[a * m + b] = at(x, y);
    });
    let out = Number.NEGATIVE_INFINITY;
    let into = Number.NEGATIVE_INFINITY;
    for (const c of cycle) {
      if (at(x, c) > out) {
        out = at(x, c);
        leaves[a] = c;
      }
      const gain = at(c, x) - at(c, heads[c] ?? 0) + total;
      if (gain > into) {
        into = gain;
        enters[a] = c;
      }
    }
    small[a * m + node] = out;
    small[node * m + a] = into;
  });
  const inner = edmonds(small, m);
  const tree = new Int32Array(n);
  for (let a = 1; a < node; a++) {
    const h = inner[a] ?? 0;
    tree[outside[a] ?? 0] = h === node ? (leaves[a] ?? 0) : (outside[h] ?? 0);
  }
  for (const c of cycle) tree[c] = heads[c] ?? 0;
  const from = inner[node] ?? 0;
  tree[enters[from] ?? 0] = outside[from] ?? 0;
  return tree;
}
