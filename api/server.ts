/** The process: `npm run serve`. It mends the driver of the database before anything loads it, hence the late imports. */
import '../db/mend-driver.ts';

const { serve } = await import('./serve.ts');
const { EnvError, readEnv } = await import('./env.ts');
const { SchemaError } = await import('../db/migrate.ts');

try {
  const running = await serve(readEnv());
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      setTimeout(() => process.exit(1), 30_000).unref(); // an answer or a mail that never ends
      void running.stop().then(() => process.exit(0));
    });
  }
} catch (error) {
  console.error(error instanceof EnvError || error instanceof SchemaError ? error.message : error);
  process.exit(1);
}
