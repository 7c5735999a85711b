"""packages/model-en → a checkpoint to go on from (the shipped int8 weights, expanded), for someone without the run that made them.

/usr/bin/python3 training/2-sentences/import.py --from packages/model-en --work training/2-sentences/work --out shipped.pt
"""
import argparse, json, os, sys
import numpy as np, torch, onnx
from onnx import numpy_helper
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import train as T


def weights(path):
    """Initialisers by name (int8 ones expanded), and for each node type the inputs in order of appearance."""
    m = onnx.load(path); raw = {i.name: numpy_helper.to_array(i) for i in m.graph.initializer}; out = {}
    for k, v in raw.items():
        if k.endswith('_q'):
            base = k[:-2]; out[base] = (v.astype(np.float32) * raw[base + '_s'][:, None]).reshape(raw[base + '_d'])
        elif not k.endswith(('_s', '_z', '_d')): out[k] = v
    return out, m.graph.node


def gates(a):
    """ONNX orders the gates i o f c, torch i f g o."""
    i, o, f, c = np.split(a, 4, axis=0)
    return np.concatenate([i, f, c, o], axis=0)


if __name__ == '__main__':
    a = argparse.ArgumentParser(); a.add_argument('--from', dest='source', default='packages/model-en'); a.add_argument('--work', default='training/2-sentences/work'); a.add_argument('--out', default='shipped.pt')
    o = a.parse_args(); w, nodes = weights(os.path.join(o.source, 'encoder.onnx')); state = {}
    for k, v in w.items():
        if k.startswith('net.'): state[k[4:]] = v
    lstm = [n for n in nodes if n.op_type == 'LSTM']
    for layer, n in enumerate(lstm):
        W, R, B = (w[n.input[k]] for k in (1, 2, 3)); h = R.shape[2]
        for d, end in enumerate(('', '_reverse')):
            state[f'rnn.weight_ih_l{layer}{end}'], state[f'rnn.weight_hh_l{layer}{end}'] = gates(W[d]), gates(R[d])
            state[f'rnn.bias_ih_l{layer}{end}'], state[f'rnn.bias_hh_l{layer}{end}'] = gates(B[d][:4 * h]), gates(B[d][4 * h:])
    wanted = {'/tag/MatMul_output_0': 'tag', '/tag_back/MatMul_output_0': 'tag_back', '/ah/MatMul_output_0': 'ah', '/ad/MatMul_output_0': 'ad', '/rh/MatMul_output_0': 'rh', '/rd/MatMul_output_0': 'rd', '/name/name.0/MatMul_output_0': 'name.0', '/name/name.3/MatMul_output_0': 'name.3'}
    for n in nodes:
        if n.op_type == 'MatMul' and n.output[0] in wanted: state[wanted[n.output[0]] + '.weight'] = w[n.input[1]].T
        if n.op_type == 'MatMul' and n.output[0] == '/MatMul_output_0': square = w[n.input[1]]
        if n.op_type == 'MatMul' and n.output[0] == '/MatMul_2_output_0': last = w[n.input[0]]
    state['U'] = np.concatenate([square, last[None, :]], axis=0)
    lw, lnodes = weights(os.path.join(o.source, 'labels.onnx')); (ur,) = [v for v in lw.values() if v.ndim == 3]
    manifest = json.load(open(os.path.join(o.source, 'manifest.json')))
    vectors = np.fromfile(os.path.join(o.work, 'vectors.f32'), dtype=np.float32).reshape(-1, 100) / 4.0
    net = T.Net(vectors, state['trained.weight'].shape[0], len(manifest['tags']), len(manifest['relations']), len(manifest['names']), h)
    state['Ur'] = ur.transpose(1, 0, 2)  # the exporter keeps Ur as the label head uses it
    state = {k: torch.tensor(np.array(v, dtype=np.float32)) for k, v in state.items() if k != 'fixed.weight'}
    missing = [k for k in net.state_dict() if k not in state and k != 'fixed.weight']
    if missing: raise SystemExit(f'not found in the shipped model: {missing}')
    net.load_state_dict(state, strict=False)
    torch.save({'state': state, 'width': h, 'seed': manifest['training']['seed'], 'scores': manifest['training']['development'], 'epoch': manifest['training']['epoch'], 'minutes': manifest['training']['minutes']}, os.path.join(o.work, o.out))
    print('written', o.out, 'Ur', ur.shape)
    labels = json.load(open(os.path.join(o.work, 'labels.json')))
    if labels['tags'] == manifest['tags'] and labels['relations'] == manifest['relations']: print(T.evaluate(net, T.rows(os.path.join(o.work, 'gum.dev.i32')), labels))
