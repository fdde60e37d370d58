import dagre from '@dagrejs/dagre';
import { CASE_STATES, type CaseAction, type CaseState } from '../../../api/domain/case.ts';
import { TRANSITIONS } from '../../../api/domain/case-transitions.ts';

/** The states of a case and the ways between them, laid out from the table of the state machine. Units: pixels. */
export interface StateGraph {
  width: number;
  height: number;
  nodes: { state: CaseState; x: number; y: number; width: number; height: number }[];
  edges: { from: CaseState; to: CaseState; path: string; x: number; y: number; lines: string[] }[];
}

/** Every way from one state to another, with the actions that take it. */
export function ways(): Map<string, { from: CaseState; to: CaseState; actions: CaseAction[] }> {
  const found = new Map<string, { from: CaseState; to: CaseState; actions: CaseAction[] }>();
  for (const { action, from, next } of TRANSITIONS) {
    if (next === 'same') continue;
    for (const state of from) {
      for (const to of next === 'resumed' ? (['filed', 'accepted'] as const) : [next]) {
        const way = found.get(`${state}>${to}`) ?? { from: state, to, actions: [] };
        way.actions.push(action);
        found.set(`${state}>${to}`, way);
      }
    }
  }
  return found;
}

const NODE = { width: 132, height: 40 };
const LINE = 18;

/** `name` names an action; `wide` is the width of one character of a label in the reader's language. */
export function stateGraph(name: (action: CaseAction) => string, wide: number): StateGraph {
  const graph = new dagre.graphlib.Graph().setGraph({
    rankdir: 'TB',
    nodesep: 36,
    ranksep: 30,
    marginx: 8,
    marginy: 8,
  });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const state of CASE_STATES) graph.setNode(state, { ...NODE });
  const all = [...ways().values()];
  for (const way of all) {
    const lines = wrapped(way.actions.map(name));
    const width = Math.max(...lines.map((line) => line.length)) * wide + 12;
    graph.setEdge(way.from, way.to, { width, height: lines.length * LINE + 6, labelpos: 'c', lines });
  }
  dagre.layout(graph);
  const size = graph.graph() as { width?: number; height?: number };
  return {
    width: Math.ceil(size.width ?? 0),
    height: Math.ceil(size.height ?? 0),
    nodes: CASE_STATES.map((state) => {
      const { x, y } = graph.node(state) as { x: number; y: number };
      return { state, x: x - NODE.width / 2, y: y - NODE.height / 2, ...NODE };
    }),
    edges: all.map(({ from, to }) => {
      const edge = graph.edge(from, to) as {
        points: { x: number; y: number }[];
        x: number;
        y: number;
        lines: string[];
      };
      const path = edge.points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${Math.round(x)} ${Math.round(y)}`).join('');
      return { from, to, path, x: Math.round(edge.x), y: Math.round(edge.y), lines: edge.lines };
    }),
  };
}

/** Two names a line: a label of five would be wider than the picture. */
const wrapped = (names: string[]): string[] =>
  names.reduce<string[]>((lines, word, i) => {
    if (i % 2 === 0) lines.push(word);
    else lines[lines.length - 1] += ` · ${word}`;
    return lines;
  }, []);
