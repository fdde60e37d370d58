/**
 * The portal of this worktree with demonstration data, for looking at pages and taking pictures:
 *
 *   node tests/support/dev.ts            # builds what changed, prints the address (4321 or the next free port), Ctrl-C ends it
 *   PORT=5000 node tests/support/dev.ts  # wishes for a port
 *   rm -rf .data/dev                     # begins again with an empty database
 *
 * Beside `npm start` it differs in its folders only (.data/dev), so that both run at once.
 */
process.env.JIANNUO_HOME ??= '.data/dev';
process.env.JIANNUO_DIST ??= '.data/dev/dist';
await import('../../api/cli/start.ts');

export {};
