"""Prints what PyTorch makes of the cases that `tests/goldens.rs` compares with the core.

    python3 tests/goldens/make.py > tests/goldens/goldens.json

It needs PyTorch only, from 1.10 on, on any CPU. `goldens.json` was printed by Debian's python3-torch
1.13.1+dfsg-4, which calls itself 1.13.0a0. The cases come from Python's generator with a fixed seed, so
another version changes no input, and only the last digits of the results.

Inputs have at most 15 digits, so that every reader of JSON takes them for the same double. JSON has
no infinities: they are the strings "inf", "-inf" and "nan". An ignored target is null.
"""

import json
import math
import random

import torch
from torch.nn import functional

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)

IGNORED = -100
INF = math.inf
draw = random.Random(1953)


# Inputs


def log_uniform(low, high):
    return math.exp(draw.uniform(math.log(low), math.log(high)))


def some(low, high):
    """A count from `low` to `high`, small ones more often: the file stays small."""
    return min(high, int(log_uniform(low, high + 1)))


def short(number):
    """The number with so few digits that reading it rounds nothing."""
    return float(f"{number:.9g}")


def row(classes, scale):
    return [short(draw.gauss(0, scale)) for _ in range(classes)]


def batch():
    """Logits, targets with some ignored but not all, and a description."""
    classes, scale = some(2, 60), short(log_uniform(0.1, 50))
    size = some(1, min(12, 240 // classes))
    logits = [row(classes, scale) for _ in range(size)]
    ignore = draw.choice([0, 0.3, 0.7])
    targets = [None if draw.random() < ignore else draw.randrange(classes) for _ in logits]
    if all(target is None for target in targets):
        targets[draw.randrange(size)] = draw.randrange(classes)
    return logits, targets, f"{size} of {classes} classes, scale {scale:.3g}"


# Results


def parameter(logits):
    return torch.tensor(logits, requires_grad=True)


def loss(logits, targets, smoothing, reduction):
    targets = torch.tensor([IGNORED if target is None else target for target in targets])
    return functional.cross_entropy(
        logits, targets, ignore_index=IGNORED, reduction=reduction, label_smoothing=smoothing
    )


def gradient(logits, *how):
    logits = parameter(logits)
    loss(logits, *how).backward()
    return logits.grad


def cross_entropy(name, logits, targets, smoothing, reductions=("sum", "mean")):
    """With the gradients of the loss under these reductions."""
    how = targets, smoothing
    mean = loss(parameter(logits), *how, "mean")
    return {
        "name": name,
        "logits": logits,
        "targets": targets,
        "smoothing": smoothing,
        "losses": loss(parameter(logits), *how, "none"),
        "sum": loss(parameter(logits), *how, "sum"),
        "mean": mean,
        "perplexity": torch.exp(mean),
    } | {f"gradient_of_{reduction}": gradient(logits, *how, reduction) for reduction in reductions}


def descent(name, logits, targets, smoothing, reduction, rate, steps):
    moving = parameter(logits)
    optimizer = torch.optim.SGD([moving], lr=rate)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        before = loss(moving, targets, smoothing, reduction)
        losses.append(before.item())
        before.backward()
        optimizer.step()
    losses.append(loss(moving, targets, smoothing, reduction).item())
    return {
        "name": name,
        "logits": logits,
        "targets": targets,
        "smoothing": smoothing,
        "reduction": reduction,
        "rate": rate,
        "losses": losses,
        "after": moving,
    }


def softmax(name, logits, temperature):
    cooled = torch.tensor(logits) / temperature
    return {
        "name": name,
        "logits": logits,
        "temperature": temperature,
        "softmax": functional.softmax(cooled, dim=0),
        "log_softmax": functional.log_softmax(cooled, dim=0),
    }


def entropy(name, logits):
    # Categorical subtracts the logsumexp, which rounds large logits; of these it is almost 0.
    logs = functional.log_softmax(torch.tensor(logits), dim=0)
    distribution = torch.distributions.Categorical(logits=logs)
    return {"name": name, "logits": logits, "entropy": distribution.entropy()}


def divergence(name, target, prediction):
    """Both are probabilities."""
    y, p = torch.tensor(target), torch.tensor(prediction)
    return {
        "name": name,
        "target": target,
        "prediction": prediction,
        "kl": functional.kl_div(torch.log(p), y, reduction="sum"),
    }


def soft(name, target, logits):
    """Against the softmax of the logits `target`."""
    y, z = torch.softmax(torch.tensor(target), dim=0), parameter(logits)
    cross = functional.cross_entropy(z, y)
    cross.backward()
    return {
        "name": name,
        "target": target,
        "logits": logits,
        "kl": functional.kl_div(functional.log_softmax(z, dim=0), y, reduction="sum"),
        "cross_entropy": cross,
        "gradient": z.grad,
    }


# Cases

SMOOTHINGS = [0.0, 0.0, 0.05, 0.1, 0.25, 0.5, 0.9, 1.0]


def random_cross_entropy(index):
    logits, targets, what = batch()
    smoothing = SMOOTHINGS[index % len(SMOOTHINGS)]
    # One of the two, to keep the file small.
    reduction = draw.choice(["sum", "mean"])
    name = f"loss {index}: {what}, ε {smoothing}"
    return cross_entropy(name, logits, targets, smoothing, [reduction])


def random_descent(index):
    logits, targets, what = batch()
    smoothing = draw.choice([0.0, 0.0, 0.1, 1.0])
    reduction = ["sum", "mean"][index % 2]
    steps = draw.choice([1, 1, 2, 5, 10])
    # Many great steps would magnify the last digit's error: they overshoot and come back.
    rate = short(log_uniform(1e-3, 100 if steps == 1 else 3))
    what = f"{what}, ε {smoothing}, {reduction}, {steps} × {rate:.3g}"
    return descent(f"descent {index}: {what}", logits, targets, smoothing, reduction, rate, steps)


def random_softmax(index):
    classes, scale = some(2, 60), short(log_uniform(0.1, 50))
    temperature = 1.0 if index % 4 == 0 else round(log_uniform(0.1, 20), 2)
    what = f"{classes} classes, scale {scale:.3g}, T {temperature}"
    return softmax(f"softmax {index}: {what}", row(classes, scale), temperature)


def random_entropy(index):
    classes, scale = some(2, 60), short(log_uniform(0.1, 50))
    return entropy(f"entropy {index}: {classes} classes, scale {scale:.3g}", row(classes, scale))


def random_soft(index):
    classes, scale = some(2, 60), short(log_uniform(0.1, 50))
    name = f"soft target {index}: {classes} classes, scale {scale:.3g}"
    return soft(name, row(classes, scale), row(classes, scale))


# Logits whose softmax is at an edge.
EDGES = {
    "one class": [3.5],
    "equal": [0.25, 0.25, 0.25, 0.25, 0.25],
    "all 0": [0.0, 0.0, 0.0],
    "all 1e4": [1e4, 1e4],
    "all 1e300": [1e300, 1e300, 1e300],
    "±1e4": [1e4, -1e4, 0.0],
    "-1e4 below": [0.0, -1e4],
    "±1e300": [-1e300, 1e300],
    "neighbours at 1e4": [1e4, 9999.5, 9998.0],
    "nearly certain": [0.0, 30.0, -5.0],
    "certain to the last bit": [0.0, 40.0, 1.0],
    "tiny": [0.0, -700.0, -300.0],
    "-inf first": [-INF, 0.5, 1.5],
    "-inf last": [0.5, 1.5, -INF],
    "all -inf but one": [-INF, -INF, 2.0],
}
# These have no softmax: NaN.
UNDEFINED = {"all -inf": [-INF, -INF], "inf": [0.0, INF], "nan": [0.0, math.nan]}


def edge_cross_entropies():
    for name, logits in EDGES.items():
        for target in range(len(logits)):
            for smoothing in [0.0, 0.1, 1.0]:
                # Here PyTorch multiplies (1 − ε) = 0 by ∞. The loss is ∞, as with ε = 0.1.
                if smoothing == 1.0 and logits[target] == -INF:
                    continue
                what = f"{name}, target {target}, ε {smoothing}"
                yield cross_entropy(f"edge: {what}", [logits], [target], smoothing)
    three = [row(4, 2.0) for _ in range(3)]
    for smoothing in [0.0, 0.1, 1.0]:
        for targets in [None, None, None], [None, 2, None], [0, 3, 1]:
            what = f"targets {targets}, ε {smoothing}"
            yield cross_entropy(f"edge: {what}", three, targets, smoothing)
        # A target of probability 0, alone ignored and alone not.
        impossible = [[-INF, 0.0], [1.0, 2.0]]
        for targets in [None, 1], [1, 1], [1, None]:
            what = f"a -inf, targets {targets}, ε {smoothing}"
            yield cross_entropy(f"edge: {what}", impossible, targets, smoothing)
    yield cross_entropy("edge: one target of 0", [[-INF, 0.0], [1.0, 2.0]], [0, 1], 0.0)
    for name, logits in UNDEFINED.items():
        yield cross_entropy(f"edge: {name}", [logits], [1], 0.0)


def edge_descents():
    for name, logits in EDGES.items():
        for rate in [0.1, 10.0]:
            yield descent(f"edge: {name}, rate {rate}", [logits], [0], 0.0, "mean", rate, 3)
    three = [row(4, 2.0) for _ in range(3)]
    for reduction in ["sum", "mean"]:
        what = f"edge: one not ignored, {reduction}"
        yield descent(what, three, [None, 2, None], 0.1, reduction, 0.5, 3)
        yield descent(f"edge: rate 0, {reduction}", three, [1, 2, 0], 0.0, reduction, 0.0, 2)
    yield descent("edge: all ignored", three, [None, None, None], 0.0, "sum", 0.5, 2)


def edge_softmaxes():
    for name, logits in (EDGES | UNDEFINED).items():
        # Powers of 2: dividing by them rounds nothing, so that 1e300 stays what it is.
        for temperature in [1.0, 0.125, 1024.0]:
            yield softmax(f"edge: {name}, T {temperature}", logits, temperature)


def edge_entropies():
    for name, logits in EDGES.items():
        yield entropy(f"edge: {name}", logits)


def edge_divergences():
    yield divergence("edge: one class", [1.0], [1.0])
    yield divergence("edge: the same", [0.25, 0.75], [0.25, 0.75])
    yield divergence("edge: almost the same", [0.5, 0.5], [0.500001, 0.499999])
    yield divergence("edge: one-hot", [0.0, 1.0, 0.0], [0.2, 0.7, 0.1])
    yield divergence("edge: impossible", [0.5, 0.5], [0.0, 1.0])
    yield divergence("edge: the ratio overflows", [1.0, 0.0], [1e-310, 1.0])
    yield divergence("edge: the ratio underflows", [1e-310, 1.0], [1.0, 1e-10])
    yield divergence("edge: tiny", [0.75, 0.25], [1e-300, 1.0])


def edge_softs():
    for name, logits in EDGES.items():
        if -INF in logits:
            continue  # PyTorch multiplies a target of 0 by ∞, where the core adds 0.
        yield soft(f"edge: even to {name}", [0.0] * len(logits), logits)
        yield soft(f"edge: {name} to itself", logits, logits)


# Output


def plain(value):
    """What JSON can say."""
    if isinstance(value, torch.Tensor):
        return plain(value.detach().tolist())
    if isinstance(value, list):
        return [plain(entry) for entry in value]
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    return value


def line(case):
    case = {key: plain(value) for key, value in case.items()}
    return json.dumps(case, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


GROUPS = {
    "cross_entropy": (random_cross_entropy, 160, edge_cross_entropies),
    "descent": (random_descent, 80, edge_descents),
    "softmax": (random_softmax, 60, edge_softmaxes),
    "entropy": (random_entropy, 30, edge_entropies),
    "soft": (random_soft, 40, edge_softs),
    "divergence": (None, 0, edge_divergences),
}


def main():
    print(f'{{"torch":{json.dumps(torch.__version__)}')
    for group, (at_random, count, at_the_edge) in GROUPS.items():
        cases = [at_random(index) for index in range(count)] + list(at_the_edge())
        print(f',"{group}":[\n' + ",\n".join(line(case) for case in cases) + "\n]")
    print("}")


main()
