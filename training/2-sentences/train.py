"""Trains the joint network (tags, arcs, relations, names) on what prepare.ts wrote.

/usr/bin/python3 training/2-sentences/train.py --work training/2-sentences/work --minutes 80 [--epochs 60] [--width 224]

Method: a two-layer BiLSTM with a biaffine head (Dozat and Manning 2017), tag probabilities fed to the parser, an averaged copy of
the weights kept (Polyak). The schedule follows the clock or the epochs, whichever is further. Seed recorded; the checkpoint
(model.pt) is written whenever the averaged weights improve on the development parts.
"""
import argparse, json, os, random, time
import numpy as np, torch, torch.nn as nn, torch.nn.functional as F

HB, SB = 4096, 512


def rows(path):
    raw = np.fromfile(path, dtype=np.int32)
    out, i = [], 0
    while i < len(raw):
        n = int(raw[i])
        out.append(raw[i + 1:i + 1 + n * 10].reshape(n, 10).astype(np.int64))
        i += 1 + n * 10
    return out


def batches(data, size, shuffle):
    idx = sorted(range(len(data)), key=lambda i: len(data[i]) + (random.random() * 3 if shuffle else 0))
    out, cur, mx = [], [], 0
    for i in idx:
        k = len(data[i]) + 1
        if cur and max(mx, k) * (len(cur) + 1) > size:
            out.append(cur); cur, mx = [], 0
        cur.append(i); mx = max(mx, k)
    out.append(cur)
    if shuffle: random.shuffle(out)
    return out


def collate(B):
    L, n = max(len(b) for b in B) + 1, len(B)
    x = np.zeros((n, L, 6), np.int64); y = np.full((n, L, 4), -100, np.int64); m = np.zeros((n, L), bool)
    for i, b in enumerate(B):
        k = len(b)
        x[i, 0] = (2, 2, 0, 0, 0, 0); x[i, 1:k + 1] = b[:, :6]; y[i, 1:k + 1] = b[:, 6:]; m[i, :k + 1] = True
    return torch.from_numpy(x), torch.from_numpy(y), torch.from_numpy(m)


class Net(nn.Module):
    def __init__(self, vectors, n_trained, n_tags, n_rels, n_names, width=224, layers=2, arc=160, label=64, rank=128):
        super().__init__()
        self.fixed = nn.Embedding.from_pretrained(torch.from_numpy(vectors), freeze=True)
        self.trained = nn.Embedding(n_trained, 64)
        self.s3, self.s2, self.p3 = nn.Embedding(HB, 32), nn.Embedding(HB, 32), nn.Embedding(HB, 32)
        self.shape = nn.Embedding(SB, 24)
        for e in (self.trained, self.s3, self.s2, self.p3, self.shape): nn.init.normal_(e.weight, 0, 0.15)
        self.rnn = nn.LSTM(100 + 64 + 96 + 24, width, layers, batch_first=True, bidirectional=True, dropout=0.33)
        d = 2 * width
        self.tag, self.tag_back = nn.Linear(d, n_tags), nn.Linear(n_tags, 32, bias=False)
        self.name = nn.Sequential(nn.Linear(d + 32, 96), nn.LeakyReLU(0.1), nn.Dropout(0.33), nn.Linear(96, n_names))
        self.ah, self.ad = nn.Linear(d + 32, arc), nn.Linear(d + 32, arc)
        self.rh, self.rd = nn.Linear(d + 32, label), nn.Linear(d + 32, label)
        self.U = nn.Parameter(torch.randn(arc + 1, arc) * 0.02)
        self.rel_head, self.rel_dep, self.rel = nn.Linear(label, rank), nn.Linear(label, rank), nn.Linear(rank, n_rels)
        self.distance = nn.Embedding(41, 1); nn.init.zeros_(self.distance.weight)
        self.drop = nn.Dropout(0.33)

    def encode(self, x):
        t = x[..., 1]
        if self.training: t = torch.where(torch.rand(t.shape) < 0.12, torch.ones_like(t), t)
        e = torch.cat([self.fixed(x[..., 0]), self.trained(t), self.s3(x[..., 2]), self.s2(x[..., 3]), self.p3(x[..., 4]), self.shape(x[..., 5])], -1)
        return self.drop(self.rnn(self.drop(e))[0])

    def heads(self, x, mask):
        """tags, names, arc scores (batch, dependent, head), head and dependent vectors for the labels."""
        h = self.encode(x)
        tl = self.tag(h)
        g = torch.cat([h, self.tag_back(torch.softmax(tl, -1))], -1)
        act = lambda v: self.drop(F.leaky_relu(v, 0.1))
        ah, ad, rh, rd = act(self.ah(g)), act(self.ad(g)), act(self.rh(g)), act(self.rd(g))
        arc = ad @ self.U[:-1] @ ah.transpose(1, 2) + (self.U[-1] @ ah.transpose(1, 2)).unsqueeze(1)
        i = torch.arange(x.shape[1])
        arc = arc + self.distance((i[None, :] - i[:, None]).clamp(-20, 20) + 20).squeeze(-1)
        arc = arc - 1e4 * (1 - mask.to(arc.dtype)).unsqueeze(1)
        return tl, self.name(g), arc, rh, rd

    def relations(self, rh, rd, heads):
        """Biaffine scores of low rank: products of a head's and a dependent's vector, weighed for each relation (a ninth of the work of a full tensor)."""
        h, d = self.rel_head(rh), self.rel_dep(rd)
        return self.rel(d * torch.gather(h, 1, heads.unsqueeze(-1).expand(-1, -1, h.shape[-1])))


def evaluate(net, data, labels):
    net.eval(); tot = tag = words = uas = las = 0; tp = pp = gg = 0
    punct = {i for i, t in enumerate(labels['tags']) if t.startswith('PUNCT')}
    upos = [t.split('|')[0] for t in labels['tags']]
    spans = lambda ls: {(i, next((j for j in range(i + 1, len(ls) + 1) if j == len(ls) or ls[j] != 'I-' + l[2:])), l[2:]) for i, l in enumerate(ls) if l[0] == 'B' and l[2:] in ('PER', 'ORG', 'LOC')}
    with torch.no_grad():
        for I in batches(data, 3000, False):
            x, y, m = collate([data[i] for i in I])
            tl, nl, arc, rh, rd = net.heads(x, m); hp = arc.argmax(-1); rp = net.relations(rh, rd, hp).argmax(-1); tp_ = tl.argmax(-1); np_ = nl.argmax(-1)
            for k in range(len(I)):
                n = int(m[k].sum())
                gt, gh, gr, gn = (y[k, 1:n, c].tolist() for c in range(4))
                t, h, r, nm = tp_[k, 1:n].tolist(), hp[k, 1:n].tolist(), rp[k, 1:n].tolist(), np_[k, 1:n].tolist()
                for j in range(n - 1):
                    if gh[j] < 0: continue
                    tot += 1; tag += gt[j] >= 0 and upos[t[j]] == upos[gt[j]]
                    if gt[j] in punct: continue
                    words += 1; uas += h[j] == gh[j]; las += h[j] == gh[j] and r[j] == gr[j]
                if gn and gn[0] >= 0:
                    G, P = spans([labels['names'][v] if v >= 0 else 'O' for v in gn]), spans([labels['names'][v] for v in nm]); tp += len(G & P); pp += len(P); gg += len(G)
    net.train(); p = lambda a, b: round(100 * a / max(1, b), 2)
    return {'upos': p(tag, tot), 'uas': p(uas, words), 'las': p(las, words), 'names': p(2 * tp, pp + gg)}


if __name__ == '__main__':
    a = argparse.ArgumentParser(); a.add_argument('--work', default='training/2-sentences/work'); a.add_argument('--minutes', type=float, default=80); a.add_argument('--epochs', type=int, default=60)
    a.add_argument('--width', type=int, default=224); a.add_argument('--seed', type=int, default=20261124); a.add_argument('--threads', type=int, default=1); a.add_argument('--silver', type=float, default=0, help='share of silver sentences an epoch')
    a.add_argument('--out', default='model.pt'); a.add_argument('--init', help='a checkpoint to go on from'); a.add_argument('--reported', type=float, default=0, help='share of reporting sentences an epoch'); a.add_argument('--rate', type=float, default=2.2e-3)
    a.add_argument('--warm', type=int, default=0, help='steps at the start in which only what --init lacks is trained')
    o = a.parse_args(); random.seed(o.seed); np.random.seed(o.seed); torch.manual_seed(o.seed); torch.set_num_threads(o.threads)
    path = lambda f: os.path.join(o.work, f)
    labels = json.load(open(path('labels.json'))); vectors = np.fromfile(path('vectors.f32'), dtype=np.float32).reshape(-1, 100) / 4.0
    n_trained = len(open(path('trained.txt'), encoding='utf8').read().split('\n'))
    train = [s for s in rows(path('train.i32')) if len(s) <= 90]; aug = [s for s in rows(path('augmented.i32')) if len(s) <= 60]
    silver = [s for s in rows(path('silver.i32')) if len(s) <= 60] if o.silver else []
    reported = [s for s in rows(path('reported.i32')) if len(s) <= 60] if o.reported else []
    dev = {n: rows(path(n + '.i32')) for n in ('gum.dev', 'gumnews.dev', 'ewt.dev', 'uner.dev', 'news.dev')}
    net = Net(vectors, n_trained, len(labels['tags']), len(labels['relations']), len(labels['names']), o.width)
    fresh = set(net.load_state_dict(torch.load(path(o.init))['state'], strict=False).missing_keys) if o.init else set()
    params = [p for p in net.parameters() if p.requires_grad]; ema = {k: v.detach().clone() for k, v in net.state_dict().items() if k != 'fixed.weight'}
    opt = torch.optim.Adam(params, lr=o.rate, betas=(0.9, 0.95), eps=1e-8)
    print('parameters', sum(p.numel() for p in params), 'sentences', len(train), '+', len(aug), '+', len(silver), 'seed', o.seed, flush=True)
    t0, done, best, step = time.time(), 0, 0.0, 0
    per_epoch = sum(len(s) for s in train)
    for epoch in range(o.epochs):
        data = train + random.sample(aug, int(0.25 * len(aug))) + (random.sample(silver, int(o.silver * len(silver))) if silver else []) + (random.sample(reported, int(o.reported * len(reported))) if reported else [])
        loss_sum = 0.0
        B = batches(data, 1400, True)
        for I in B:
            progress = min(1.0, max((time.time() - t0) / (o.minutes * 60), done / (o.epochs * per_epoch)))
            rate = o.rate * min(1, (done + 1) / 30000) * max(0.018, 1 - progress)
            for g in opt.param_groups: g['lr'] = rate
            x, y, m = collate([data[i] for i in I]); tl, nl, arc, rh, rd = net.heads(x, m)
            ce = lambda s, t, w=1.0: w * F.cross_entropy(s.reshape(-1, s.shape[-1]), t.reshape(-1), ignore_index=-100) if bool((t >= 0).any()) else 0.0
            loss = ce(arc, y[..., 1]) + ce(net.relations(rh, rd, y[..., 1].clamp(min=0)), y[..., 2]) + ce(tl, y[..., 0], 0.5) + ce(nl, y[..., 3], 0.5)
            opt.zero_grad(set_to_none=True); loss.backward()
            if step < o.warm:
                for k, p in net.named_parameters():
                    if k not in fresh: p.grad = None
            nn.utils.clip_grad_norm_(params, 5.0); opt.step()
            loss_sum += float(loss); done += sum(len(data[i]) for i in I); step += 1
            decay = min(0.9985, (1 + step) / (10 + step)); state = net.state_dict()
            for k in ema: ema[k].mul_(decay).add_(state[k], alpha=1 - decay)
            if time.time() - t0 > o.minutes * 60: break
        kept = {k: v.clone() for k, v in net.state_dict().items() if k != 'fixed.weight'}
        net.load_state_dict(ema, strict=False)
        scores = {n: evaluate(net, d, labels) for n, d in dev.items()}
        total = scores['gum.dev']['las'] + 0.5 * scores['gumnews.dev']['las'] + 0.5 * scores['ewt.dev']['las'] + 0.15 * scores['uner.dev']['names'] + 0.15 * scores['news.dev']['names']
        if total > best:
            best = total
            torch.save({'state': ema, 'width': o.width, 'seed': o.seed, 'scores': scores, 'epoch': epoch, 'minutes': (time.time() - t0) / 60}, path(o.out) + '.tmp'); os.replace(path(o.out) + '.tmp', path(o.out))
        net.load_state_dict(kept, strict=False)
        print('epoch', epoch, 'loss', round(loss_sum / len(B), 4), 'rate', round(rate, 6), 'minutes', round((time.time() - t0) / 60, 1), json.dumps(scores), flush=True)
        if time.time() - t0 > o.minutes * 60: break
