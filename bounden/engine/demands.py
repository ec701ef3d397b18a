"""Expressions without the columns that nobody asks for.

Steps carry along whatever a later one may ask for. Most of it nobody does, and making wide relations costs more than
anything else that the engine does.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import ibis.expr.operations as ops
from ibis.common.graph import Graph, halt, proceed, traverse


def narrowed(expression: Any, columns: Iterable[str]) -> tuple[Any, dict[str, set[str]]]:
    """The expression with these of its columns only, and by the name of each unbound table what it needs of that.

    Of a relation that is only counted, one column stays.
    """
    root = expression.op()
    needs: dict[Any, set[str]] = defaultdict(set)
    needs[root] = set(columns)
    graph, _ = Graph.from_bfs(root).toposort()
    relations = [node for node in graph if isinstance(node, ops.Relation)]
    # What uses a relation comes after it.
    for node in reversed(relations):
        needs[node] = needs[node] or set(node.schema.names[:1])
        _hand_down(node, needs)
    made: dict[Any, Any] = {}
    for node in relations:
        made[node] = _made_anew(node, needs[node], made)
    tables = {node.name: needs[node] for node in relations if isinstance(node, ops.UnboundTable)}
    return _only(made[root], needs[root]).to_expr(), tables


def _hand_down(node: Any, needs: dict[Any, set[str]]) -> None:
    """Enter what a relation needs of those that it is made from, to give what is needed of it."""
    wanted = needs[node]
    match node:
        case ops.UnboundTable():
            return
        case ops.Project():
            _enter((node.values[name] for name in wanted), needs)
        case ops.Filter():
            needs[node.parent] |= wanted
            _enter(node.predicates, needs)
        case ops.Sort():
            needs[node.parent] |= wanted
            _enter(node.keys, needs)
        case ops.DropColumns() | ops.Reference():
            needs[node.parent] |= wanted
        case ops.Aggregate():
            _enter(node.groups.values(), needs)
            _enter((value for name, value in node.metrics.items() if name in wanted), needs)
        case ops.JoinChain():
            _enter((node.values[name] for name in wanted), needs)
            for link in node.rest:
                _enter(link.predicates, needs)
        case ops.Union(distinct=False):
            needs[node.left] |= wanted
            needs[node.right] |= wanted
        case _:
            for below in node.find_below(ops.Relation):
                needs[below] |= set(below.schema.names)


def _enter(values: Iterable[Any], needs: dict[Any, set[str]]) -> None:
    for one in traverse(_fields_and_relations, list(values)):
        if isinstance(one, ops.Field):
            needs[one.rel].add(one.name)
        else:
            needs[one] |= set(one.schema.names)


def _fields_and_relations(node: Any) -> tuple[Any, Any]:
    return (halt, node) if isinstance(node, ops.Field | ops.Relation) else (proceed, None)


def _made_anew(node: Any, wanted: set[str], made: Mapping[Any, Any]) -> Any:
    """A relation of what was made anew of those below it, with at least the columns wanted."""
    match node:
        case ops.UnboundTable():
            return node
        case ops.Project():
            values = {name: value for name, value in node.values.items() if name in wanted}
            return ops.Project(made[node.parent], _moved(values, made))
        case ops.Filter():
            return ops.Filter(made[node.parent], [_at(value, made) for value in node.predicates])
        case ops.Sort():
            return ops.Sort(made[node.parent], [_at(value, made) for value in node.keys])
        case ops.DropColumns():
            return _only(made[node.parent], wanted)
        case ops.JoinReference():
            return ops.JoinReference(made[node.parent], node.identifier)
        case ops.Aggregate():
            metrics = {name: value for name, value in node.metrics.items() if name in wanted}
            return ops.Aggregate(made[node.parent], _moved(node.groups, made), _moved(metrics, made))
        case ops.JoinChain():
            rest = [
                ops.JoinLink(link.how, made[link.table], [_at(value, made) for value in link.predicates])
                for link in node.rest
            ]
            values = {name: value for name, value in node.values.items() if name in wanted}
            return ops.JoinChain(made[node.first], rest, _moved(values, made))
        case ops.Union(distinct=False):
            return ops.Union(_only(made[node.left], wanted), _only(made[node.right], wanted))
        case _:
            return node.replace({below: made[below] for below in node.find_below(ops.Relation)})


def _moved(values: Mapping[str, Any], made: Mapping[Any, Any]) -> dict[str, Any]:
    return {name: _at(value, made) for name, value in values.items()}


def _at(value: Any, made: Mapping[Any, Any]) -> Any:
    """A value of the relations made anew."""
    fields = [one for one in traverse(_fields_and_relations, value) if isinstance(one, ops.Field)]
    new = {one: ops.Field(made[one.rel], one.name) for one in fields if made[one.rel] is not one.rel}
    return value.replace(new, filter=ops.Value) if new else value


def _only(relation: Any, wanted: set[str]) -> Any:
    """A relation with just these of its columns, in its order."""
    names = [name for name in relation.schema.names if name in wanted]
    if len(names) == len(relation.schema.names):
        return relation
    return ops.Project(relation, {name: ops.Field(relation, name) for name in names})
