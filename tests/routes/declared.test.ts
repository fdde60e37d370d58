import { describe, expect, it } from 'vitest';
import { createApp } from '../../api/app.ts';
import { ACCESS } from '../../api/routes/router.ts';

interface Definition {
  type: string;
  route: { method: string; path: string; 'x-access'?: string; request?: { body?: unknown }; responses: object };
}

const app = createApp(() => {
  throw new Error('no request is made here');
});
const routes = (app.openAPIRegistry.definitions as unknown as Definition[])
  .filter((definition) => definition.type === 'route')
  .map((definition) => definition.route);
const name = (route: { method: string; path: string }) => `${route.method.toUpperCase()} ${route.path}`;

describe('the routes', () => {
  it('are there', () => {
    expect(routes.length).toBeGreaterThan(5);
  });

  it('each declare who may call them', () => {
    expect(routes.filter((route) => !ACCESS.includes(route['x-access'] as never)).map(name)).toEqual([]);
  });

  it('are each described: what is mounted is in the document', () => {
    const described = new Set(
      routes.map((route) => `${route.method.toUpperCase()} ${route.path.replace(/\{(\w+)\}/g, ':$1')}`),
    );
    const mounted = app.routes.filter((route) => route.method !== 'ALL' && !route.path.includes('*'));
    const plain = ['GET /api/v1/openapi.json'];
    const hidden = mounted.map((route) => `${route.method} ${route.path.replace(/\{[^}]*\}/g, '')}`);
    expect([...new Set(hidden)].filter((route) => !described.has(route) && !plain.includes(route))).toEqual([]);
  });

  it('say how they fail: whatever takes input can answer 400', () => {
    const silent = routes.filter(
      (route) =>
        route.request !== undefined &&
        Object.keys(route.request).length > 0 &&
        !('400' in route.responses) &&
        !('404' in route.responses),
    );
    expect(silent.map(name)).toEqual([]);
  });
});
