import { describe, expect, it } from 'vitest';
import { CASE_STATES } from '../../api/domain/case.ts';
import { stateAfter } from '../../api/domain/case-life.ts';
import { TRANSITIONS } from '../../api/domain/case-transitions.ts';
import { stateGraph, ways } from '../../site/components/officials/state-graph.ts';

const graph = stateGraph((action) => action, 8);

describe('the picture of the states', () => {
  it('shows every way that the table knows, with every action that takes it', () => {
    const drawn = new Set(
      graph.edges.flatMap((edge) =>
        edge.lines
          .join(' · ')
          .split(' · ')
          .map((a) => `${edge.from} ${a} ${edge.to}`),
      ),
    );
    const known = TRANSITIONS.filter(({ next }) => next !== 'same').flatMap(({ action, from }) =>
      from.flatMap((state) =>
        [true, false].map((accepted) => `${state} ${action} ${stateAfter(action, { state, accepted })}`),
      ),
    );
    expect(drawn).toEqual(new Set(known));
  });

  it('places every state once, inside the picture, none over another', () => {
    expect(graph.nodes.map((node) => node.state)).toEqual([...CASE_STATES]);
    for (const node of graph.nodes) {
      expect(node.x).toBeGreaterThanOrEqual(0);
      expect(node.x + node.width).toBeLessThanOrEqual(graph.width);
      expect(node.y + node.height).toBeLessThanOrEqual(graph.height);
      for (const other of graph.nodes.filter((n) => n !== node)) {
        const apart = Math.abs(node.x - other.x) >= node.width || Math.abs(node.y - other.y) >= node.height;
        expect(apart, `${node.state} over ${other.state}`).toBe(true);
      }
    }
  });

  it('counts as many ways as the picture has arrows', () => {
    expect(graph.edges).toHaveLength(ways().size);
  });
});
