"""packages/model-en → a checkpoint to go on from (the shipped int8 weights, expanded), for someone without the run that made them.
What export.py adds for the runtime (pins.py, heads in one product) is taken apart again.

/usr/bin/python3 training/2-sentences/import.py --from packages/model-en --work training/2-sentences/work --out shipped.pt
"""
import argparse, json, os, sys
import numpy as np, torch, onnx
from onnx import numpy_helper
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import pins, train as T


def weights(path):
    """Initialisers by name (int8 ones expanded), and for each node type the inputs in order of appearance."""
    m = onnx.load(path); raw = {i.name: numpy_helper.to_array(i) for i in m.graph.initializer}; out = {}
    for k, v in raw.items():
        if k.endswith('_q'):
            base = k[:-2]; scale = raw[base + '_s']; scale = scale if base + '_as' in raw else scale[:, None]
            out[base] = (v.astype(np.float32) * scale).reshape(raw[base + '_d']) if base + '_d' in raw else v.astype(np.float32) * scale
        elif not k.endswith(('_s', '_z', '_d', '_as', '_az')): out[k] = v
    return out, m.graph.node


def gates(a, h):
    """ONNX orders the gates i o f c, torch i f g o; pinned units are left out."""
    i, o, f, c = (g[:h] for g in np.split(a, 4, axis=0))
    return np.concatenate([i, f, c, o], axis=0)


def own(size, pinned, groups):
    """Numbers of the columns that are not pins: the last `pinned` of each of `groups` equal groups."""
    each = size // groups
    return [k for k in range(size) if k % each < each - pinned]


if __name__ == '__main__':
    a = argparse.ArgumentParser(); a.add_argument('--from', dest='source', default='packages/model-en'); a.add_argument('--work', default='training/2-sentences/work'); a.add_argument('--out', default='shipped.pt')
    o = a.parse_args(); manifest = json.load(open(os.path.join(o.source, 'manifest.json'))); w, nodes = weights(os.path.join(o.source, 'encoder.onnx')); state = {}
    for k, v in w.items():
        if k.startswith('net.'): state[k[4:]] = v
    recurrent = [n for n in nodes if n.op_type == 'DynamicQuantizeLSTM']; wide = w[recurrent[0].input[3]].shape[1] // 8
    pinned = int((w[recurrent[0].input[3]][0][:wide] >= pins.OPEN).sum()); h = wide - pinned
    for layer, n in enumerate(recurrent):
        W, R, B = w[n.input[1][:-2]].transpose(0, 2, 1), w[n.input[2][:-2]].transpose(0, 2, 1), w[n.input[3]]
        for d, end in enumerate(('', '_reverse')):
            state[f'rnn.weight_ih_l{layer}{end}'] = gates(W[d], h)[:, own(W.shape[2] - pinned, pinned if layer else 0, 2 if layer else 1)]
            state[f'rnn.weight_hh_l{layer}{end}'] = gates(R[d], h)[:, own(wide, pinned, 1)]
            state[f'rnn.bias_ih_l{layer}{end}'], state[f'rnn.bias_hh_l{layer}{end}'] = gates(B[d][:4 * wide], h), gates(B[d][4 * wide:], h)
    product = {n.output[0]: w[n.input[1].removesuffix('_q')].T for n in nodes if n.op_type.startswith('MatMul') and n.input[1].removesuffix('_q') in w}
    joint, tagged, bias, at = product['/states/MatMul_output_0'][:, own(2 * wide, pinned, 2)], product['/tagged/MatMul_output_0'], w['states.bias'], len(manifest['tags'])
    state['tag.weight'], state['tag.bias'], state['tag_back.weight'], state['name.3.weight'] = joint[:at], bias[:at], product['/tag_back/MatMul_output_0'], product['/name.3/MatMul_output_0']
    joint = np.concatenate([joint[at:], tagged], axis=1); bias = bias[at:]; at = 0
    for name, size in zip(('ah', 'ad', 'rh', 'rd', 'name.0'), (160, 160, 64, 64, 96)):
        state[name + '.weight'], state[name + '.bias'] = joint[at:at + size], bias[at:at + size]; at += size
    square = product['/MatMul_output_0'].T; (last,) = [w[i] for n in nodes if n.op_type == 'Add' and '/MatMul_output_0' in n.input for i in n.input if i in w]
    state['U'] = np.concatenate([square, last[None, :]], axis=0)
    state.update({k[4:]: v for k, v in weights(os.path.join(o.source, 'labels.onnx'))[0].items() if k.startswith('net.')})
    vectors = np.fromfile(os.path.join(o.work, 'vectors.f32'), dtype=np.float32).reshape(-1, 100) / 4.0
    net = T.Net(vectors, state['trained.weight'].shape[0], len(manifest['tags']), len(manifest['relations']), len(manifest['names']), h)
    state = {k: torch.tensor(np.array(v, dtype=np.float32)) for k, v in state.items() if k != 'fixed.weight'}
    missing = [k for k in net.state_dict() if k not in state and k != 'fixed.weight']
    if missing: raise SystemExit(f'not found in the shipped model: {missing}')
    net.load_state_dict(state, strict=False)
    torch.save({'state': state, 'width': h, 'seed': manifest['training']['seed'], 'scores': manifest['training']['development'], 'epoch': manifest['training']['epoch'], 'minutes': manifest['training']['minutes']}, os.path.join(o.work, o.out))
    print('written', o.out)
    labels = json.load(open(os.path.join(o.work, 'labels.json')))
    if labels['tags'] == manifest['tags'] and labels['relations'] == manifest['relations']: print(T.evaluate(net, T.rows(os.path.join(o.work, 'gum.dev.i32')), labels))
