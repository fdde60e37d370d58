/**
 * npm run admin -- create-administrator --name NAME --email ADDRESS [--body NAME] [--password-stdin] [--totp]
 *                  list-officials
 *                  grant    --email ADDRESS --role ROLE --body NAME
 *                  revoke   --email ADDRESS --role ROLE --body NAME
 *                  disable-official --email ADDRESS
 *                  enable-official  --email ADDRESS
 *                  reset-official   --email ADDRESS
 *                  recompute-ratings [--since YYYY-MM-DD]   counts ratings anew and puts their figures right
 * There is no default account: the first administrator is made here, by whoever runs the machine.
 */
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { findOfficial } from '../../db/queries/officials.ts';
import { recomputeRatings } from '../../db/queries/rating-figures.ts';
import type { SignIn } from '../adapters/ports.ts';
import { DomainError } from '../domain/errors.ts';
import type { Ctx } from '../services/context.ts';
import { changeGrant } from '../services/officials/change-grant.ts';
import { createOfficial } from '../services/officials/create-official.ts';
import { disableOfficial } from '../services/officials/disable-official.ts';
import { listOfficials } from '../services/officials/list-officials.ts';
import { resetOfficial } from '../services/officials/reset-official.ts';

export const ADMIN_USAGE = `Usage: npm run admin -- COMMAND
  create-administrator --name NAME --email ADDRESS [--body NAME] [--password-stdin] [--totp]
  list-officials
  grant | revoke --email ADDRESS --role ROLE --body NAME
  disable-official | enable-official | reset-official --email ADDRESS
  recompute-ratings [--since YYYY-MM-DD]`;

export interface AdminIo {
  print(line: string): void;
  /** The password, where --password-stdin is given. */
  password(): Promise<string>;
}

/** Wrong words on the command line: shown as they are, with the usage. */
export class UsageError extends Error {}

/** Runs one command as the system. @throws UsageError | DomainError */
export async function runAdmin(argv: readonly string[], ctx: Ctx, signIn: SignIn, io: AdminIo): Promise<void> {
  const { values, positionals } = parse(argv);
  const need = (name: 'name' | 'email' | 'role' | 'body'): string => {
    const value = values[name]?.trim();
    if (!value) throw new UsageError(`--${name} is missing`);
    return value;
  };
  const officialId = async (): Promise<string> => {
    const found = await findOfficial(ctx.db, { email: need('email').toLowerCase() });
    if (!found) throw new UsageError(`no official has the address ${need('email')}`);
    return found.id;
  };
  switch (positionals[0]) {
    case 'create-administrator': {
      const bodyId = await findBody(ctx, values.body);
      const password = values['password-stdin'] ? (await io.password()).replace(/\r?\n$/, '') : undefined;
      const made = await createOfficial(
        ctx,
        signIn,
        { name: need('name'), email: need('email'), grants: [{ role: 'administrator', bodyId }] },
        { password, enrolled: values.totp },
      );
      io.print(`Administrator made: ${made.email}`);
      if (password === undefined) io.print(`Password, shown this once: ${made.password}`);
      if (made.secondFactor) {
        io.print(`Authenticator: ${made.secondFactor.otpauthUri}`);
        io.print(`Recovery codes, each works once:\n  ${made.secondFactor.recoveryCodes.join('\n  ')}`);
      } else {
        io.print(`First sign-in, with an authenticator application at hand: ${ctx.publicUrl}/officials/sign-in`);
      }
      return;
    }
    case 'list-officials': {
      const directory = await ctx.directory();
      for (const official of await listOfficials(ctx)) {
        const state = official.disabledAt ? 'disabled' : official.enrolled ? 'active' : 'invited';
        const grants = official.grants.map((g) => `${g.role}@${directory.bodies.get(g.bodyId)?.name ?? g.bodyId}`);
        io.print([official.email, official.name, state, grants.join(', ')].join('\t'));
      }
      return;
    }
    case 'grant':
    case 'revoke': {
      const bodyId = await findBody(ctx, need('body'));
      const change = { officialId: await officialId(), role: need('role'), bodyId, change: positionals[0] };
      io.print((await changeGrant(ctx, change)).changed ? 'done' : 'nothing to change');
      return;
    }
    case 'disable-official':
    case 'enable-official': {
      const change = { officialId: await officialId(), disabled: positionals[0] === 'disable-official' };
      io.print((await disableOfficial(ctx, change)).changed ? 'done' : 'nothing to change');
      return;
    }
    case 'reset-official': {
      const reset = await resetOfficial(ctx, signIn, { officialId: await officialId() });
      io.print(`New one-time password of ${reset.email}, shown this once: ${reset.password}`);
      return;
    }
    case 'recompute-ratings': {
      const { since } = values;
      if (since !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(since)) throw new UsageError('--since is not a date');
      io.print(`figures that were wrong and were put right: ${await recomputeRatings(ctx.sql, since ?? null)}`);
      return;
    }
    default:
      throw new UsageError(positionals[0] ? `unknown command ${positionals[0]}` : 'which command?');
  }
}

function parse(argv: readonly string[]) {
  const string = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const options = {
    name: string,
    email: string,
    body: string,
    role: string,
    since: string,
    totp: flag,
    'password-stdin': flag,
  };
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** A body by id or by any of its names; without one, the government of the place that runs the portal. */
async function findBody(ctx: Ctx, wanted: string | undefined): Promise<string> {
  const directory = await ctx.directory();
  if (wanted === undefined) {
    const own = directory.bodiesIn(ctx.place.division).find((body) => body.kind === 'government');
    if (own) return own.id;
    throw new UsageError(`no government is known for the place ${ctx.place.division}: name a body with --body`);
  }
  if (directory.bodies.has(wanted)) return wanted;
  const exact = [...directory.bodies.values()].filter(
    (body) => body.name === wanted || directory.namesOf(body.id).some((name) => name.name === wanted),
  );
  if (exact.length > 1) throw new UsageError(`${wanted} means ${exact.length} bodies: give the id of one`);
  if (!exact[0]) throw new UsageError(`no body is called ${wanted}`);
  return exact[0].id;
}

/** What went wrong, in words for a terminal. */
export function explain(error: unknown): string {
  if (error instanceof UsageError) return `${error.message}\n${ADMIN_USAGE}`;
  if (!(error instanceof DomainError)) throw error;
  const fields = error.fields.map((field) => `${field.path}: ${field.code}`);
  return [error.code, ...fields].join('\n  ');
}

export const terminal: AdminIo = {
  print: (line) => process.stdout.write(`${line}\n`),
  password: () => text(process.stdin),
};
