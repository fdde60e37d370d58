import http from 'node:http';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Sql } from '../db/client.ts';
import { queueFigures } from '../db/queries/system.ts';
import type { EvidenceStore } from './adapters/ports.ts';
import { STUCK_AFTER } from './domain/delivery.ts';
import type { PageCache } from './page-cache.ts';

export interface Metrics {
  request(kind: string, status: number, seconds: number): void;
  /** A page answered from memory. */
  cached(seconds: number): void;
  /** How many requests are under way, asked at each scrape. */
  underWay(count: () => number): void;
  /** Gauges that ask the database once a scrape. */
  watch(sql: Sql, cache: () => PageCache, evidence: Pick<EvidenceStore, 'free'>): void;
  /** Serves /metrics on a port of its own, which no proxy should publish. */
  listen(port: number, host: string): Promise<http.Server>;
}

export function createMetrics(): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const latency = new Histogram({
    name: 'jiannuo_request_seconds',
    help: 'Time from request to end of answer',
    labelNames: ['kind', 'status'],
    buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
    registers: [register],
  });
  const fromMemory = latency.labels('cached', '2xx');
  return {
    cached: (seconds) => fromMemory.observe(seconds),
    underWay(count) {
      new Gauge({
        name: 'jiannuo_requests_under_way',
        help: 'Pages and API calls being answered',
        registers: [register],
        collect() {
          this.set(count());
        },
      });
    },
    request: (kind, status, seconds) => latency.observe({ kind, status: `${Math.floor(status / 100)}xx` }, seconds),
    watch(sql, cache, evidence) {
      let asked: { at: number; figures: ReturnType<typeof queueFigures> } | null = null;
      const figures = () => {
        if (!asked || Date.now() - asked.at > 1000) asked = { at: Date.now(), figures: queueFigures(sql, STUCK_AFTER) };
        return asked.figures;
      };
      const gauge = (name: string, help: string, value: () => number | Promise<number>) =>
        new Gauge({
          name,
          help,
          registers: [register],
          async collect() {
            this.set(await value());
          },
        });
      gauge('jiannuo_outbox_age_seconds', 'Age of the oldest task that is not done', async () => (await figures()).age);
      gauge('jiannuo_outbox_waiting', 'Tasks that are not done', async () => (await figures()).waiting);
      gauge(
        'jiannuo_outbox_stuck',
        'Tasks that failed so often that somebody must look',
        async () => (await figures()).stuck,
      );
      gauge('jiannuo_addresses_refusing', 'Marked addresses of notices', async () => (await figures()).refusing);
      gauge('jiannuo_filings_held', 'Filings held for screening', async () => (await figures()).held);
      gauge('jiannuo_database_connections', 'Connections of this database', async () => (await figures()).connections);
      gauge(
        'jiannuo_evidence_free_bytes',
        'Room left for evidence; not a number where the storage does not say',
        async () => (await evidence.free().catch(() => null)) ?? Number.NaN,
      );
      gauge('jiannuo_page_cache_pages', 'Pages kept', () => cache().size.pages);
      gauge('jiannuo_page_cache_bytes', 'Bytes of pages kept', () => cache().size.bytes);
      gauge('jiannuo_page_cache_hits', 'Pages answered from memory since start', () => cache().hits);
    },
    listen(port, host) {
      const server = http.createServer((req, res) => {
        if (req.url !== '/metrics') return void res.writeHead(404).end();
        register.metrics().then(
          (text) => res.writeHead(200, { 'content-type': register.contentType }).end(text),
          () => res.writeHead(503).end(),
        );
      });
      return new Promise((resolve, reject) => server.once('error', reject).listen(port, host, () => resolve(server)));
    },
  };
}
