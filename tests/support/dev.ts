/**
 * For looking at pages while working: `node tests/support/dev.ts` builds this checkout, starts it on a free port (or PORT) with
 * a database cloned from the template, prints the address and stays until Ctrl-C. DEMO=1 adds the demonstration data.
 */
import { startSite } from './site.ts';

const site = await startSite();
console.log(site.url);
process.once('SIGINT', () => void site.stop().then(() => process.exit(0)));
process.once('SIGTERM', () => void site.stop().then(() => process.exit(0)));
