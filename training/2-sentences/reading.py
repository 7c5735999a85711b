"""Trains what reads names off the network's scores (packages/readout/src/2-sentences/names/reading.ts) on what reading.ts wrote → names.json.

/usr/bin/python3 training/2-sentences/reading.py --work training/2-sentences/work --to packages/model-en

One hidden layer over the evidence of lists and letters on the words around, their tags and the network's scores, added to those scores; only words
that are read again at run time are trained on. Evidence is left out at random, for lists have holes. Weights averaged (Polyak), seed recorded.
"""
import argparse, hashlib, json, os
import numpy as np, torch, torch.nn as nn, torch.nn.functional as F


def shifted(x, place, left, k):
    """The rows `k` words to the right within the sentence, zeros beyond it."""
    ok = (place + k >= 0) & (left - k >= 0); out = x[np.where(ok, np.arange(len(place)) + k, 0)]; out[~ok] = 0
    return out


def load(work, o):
    """Inputs, scores, labels, weights and whether a word is held out, of the words that are read again."""
    meta = json.load(open(os.path.join(work, 'reading.json'))); raw = np.fromfile(os.path.join(work, 'reading.i32'), dtype=np.int32)
    labels, tags, bits = meta['labels'], meta['tags'], len(meta['evidence'])
    rows, lengths, sets, numbers, i = [], [], [], [], 0
    while i < len(raw):
        sets.append(raw[i]); numbers.append(raw[i + 1]); n = int(raw[i + 2]); lengths.append(n); rows.append(raw[i + 3:i + 3 + 3 * n].reshape(n, 3)); i += 3 + 3 * n
    rows, lengths = np.concatenate(rows), np.array(lengths); scores = np.fromfile(os.path.join(work, 'reading.f32'), dtype=np.float32).reshape(-1, len(labels)).clip(o.lowest, 0)
    place = np.concatenate([np.arange(n) for n in lengths]); left = np.repeat(lengths, lengths) - 1 - place
    evidence = ((rows[:, 2:3] >> np.arange(bits)) & 1).astype(np.float16); tag = (rows[:, 1:2] == np.arange(len(tags))).astype(np.float16)
    opened = (scores[:, 0] < o.certain) | (evidence[:, meta['evidence'].index('capital')] > 0)
    read = opened | shifted(opened, place, left, 1) | shifted(opened, place, left, -1)
    parts = [shifted(evidence, place, left, k) for k in range(-o.evidence_reach, o.evidence_reach + 1)] + [shifted(tag, place, left, k) for k in range(-o.tag_reach, o.tag_reach + 1)]
    parts += [(place == 0)[:, None], (left == 0)[:, None], scores / o.unit]
    x = np.concatenate([p[read].astype(np.float16) for p in parts], 1)
    sets, numbers = np.repeat(sets, lengths)[read], np.repeat(numbers, lengths)[read]
    weight = np.where(sets == 1, o.gum, 1.0).astype(np.float32); held = (sets == 0) & (numbers % 25 == 7)
    return meta, x, scores[read], rows[read, 0].astype(np.int64), weight, held, bits * (2 * o.evidence_reach + 1)


class Reading(nn.Module):
    def __init__(self, size, hidden, labels, drop, gap, evidence):
        super().__init__(); self.own = nn.Parameter(torch.ones(1)); self.input, self.output = nn.Linear(size, hidden), nn.Linear(hidden, labels)
        nn.init.zeros_(self.output.weight); nn.init.zeros_(self.output.bias); self.drop, self.gap, self.evidence = nn.Dropout(drop), gap, evidence
    def forward(self, x, scores):
        if self.training: x = torch.cat([x[:, :self.evidence] * (torch.rand(len(x), self.evidence) > self.gap), x[:, self.evidence:]], 1)
        return self.own * scores + self.output(self.drop(F.relu(self.input(x))))


def note(folder):
    """The manifest's entry of names.json."""
    path, raw = os.path.join(folder, 'manifest.json'), open(os.path.join(folder, 'names.json'), 'rb').read(); manifest = json.load(open(path))
    manifest['files']['names.json'] = {'bytes': len(raw), 'sha256': hashlib.sha256(raw).hexdigest()}; json.dump(manifest, open(path, 'w'), indent=1)
    print('written names.json', len(raw), 'bytes')


if __name__ == '__main__':
    a = argparse.ArgumentParser(); a.add_argument('--work', default='training/2-sentences/work'); a.add_argument('--to', default='packages/model-en'); a.add_argument('--seed', type=int, default=20261128)
    a.add_argument('--hidden', type=int, default=32); a.add_argument('--epochs', type=int, default=3); a.add_argument('--rate', type=float, default=3e-3); a.add_argument('--drop', type=float, default=0.2); a.add_argument('--gap', type=float, default=0.2)
    a.add_argument('--evidence-reach', type=int, default=2); a.add_argument('--tag-reach', type=int, default=1); a.add_argument('--certain', type=float, default=-0.002); a.add_argument('--lowest', type=float, default=-9); a.add_argument('--unit', type=float, default=4)
    a.add_argument('--gum', type=float, default=0.3, help='weight of GUM, whose names are cut by rule'); a.add_argument('--price', type=float, default=1.5, help='of beginning a name')
    o = a.parse_args(); torch.manual_seed(o.seed); torch.set_num_threads(1)
    meta, x, scores, y, weight, held, evidence = load(o.work, o); x, scores, y, weight = map(torch.from_numpy, (x, scores, y, weight))
    train, dev = (torch.from_numpy(np.nonzero(k)[0]) for k in (~held & (y.numpy() >= 0), held & (y.numpy() >= 0)))
    net = Reading(x.shape[1], o.hidden, len(meta['labels']), o.drop, o.gap, evidence); opt = torch.optim.AdamW(net.parameters(), lr=o.rate, weight_decay=1e-4)
    mean = {k: v.clone() for k, v in net.state_dict().items()}; step, size = 0, 512; steps = o.epochs * (len(train) // size)
    print('words', len(train), 'held out', len(dev), 'input', x.shape[1], flush=True)
    for epoch in range(o.epochs):
        net.train(); order, total = train[torch.randperm(len(train))], 0.0
        for b in range(len(train) // size):
            i = order[b * size:(b + 1) * size]; opt.param_groups[0]['lr'] = o.rate * min(1, (step + 1) / 100) * (1 - step / steps) + 1e-5
            loss = (F.cross_entropy(net(x[i].float(), scores[i]), y[i], reduction='none') * weight[i]).mean()
            opt.zero_grad(); loss.backward(); opt.step(); total += float(loss); step += 1; decay = min(0.998, (1 + step) / (10 + step))
            for k, v in net.state_dict().items(): mean[k].mul_(decay).add_(v, alpha=1 - decay)
        kept = {k: v.clone() for k, v in net.state_dict().items()}; net.load_state_dict(mean); net.eval()
        with torch.no_grad(): out = F.cross_entropy(net(x[dev].float(), scores[dev]), y[dev])
        print('epoch', epoch, 'loss', round(total / (len(train) // size), 4), 'held out', round(float(out), 4), flush=True)
        if epoch < o.epochs - 1: net.load_state_dict(kept)
    numbers = lambda t: [round(v, 4) for v in t.tolist()]; state = net.state_dict()
    reading = {'labels': meta['labels'], 'evidence': meta['evidence'], 'tags': meta['tags'], 'evidenceReach': o.evidence_reach, 'tagReach': o.tag_reach, 'certain': o.certain, 'lowest': o.lowest, 'unit': o.unit, 'price': o.price,
               'input': [numbers(r) for r in state['input.weight'].t()], 'inputBias': numbers(state['input.bias']), 'output': [numbers(r) for r in state['output.weight']], 'outputBias': numbers(state['output.bias']),
               'own': round(float(state['own']), 4), 'seed': o.seed}
    open(os.path.join(o.to, 'names.json'), 'w').write(json.dumps(reading, separators=(',', ':')) + '\n')
    note(o.to)
