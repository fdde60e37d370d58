import { randomUUID } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { Grant } from '../../api/domain/official.ts';
import { createOfficial } from '../../api/services/officials/create-official.ts';
import type { TestDatabase } from './database.ts';
import { Visitor } from './visitor.ts';

const PASSWORD = 'correct horse battery';

export interface Seat {
  id: string;
  email: string;
  /** The Cookie header of the session. */
  cookie: string;
  /** A TOTP code of this moment. A used one is refused. */
  code(): string;
}

/** An official with a session of both factors, made through the adapter: the pages of signing in are tested elsewhere. */
export async function seat(database: TestDatabase, grants: readonly Grant[], name = '经办人'): Promise<Seat> {
  const email = `seat-${randomUUID()}@example.org`;
  const options = { password: PASSWORD, enrolled: true };
  const made = await createOfficial(
    database.ctx({ kind: 'system' }),
    database.signIn,
    { name, email, grants: [...grants] },
    options,
  );
  const code = () => new TOTP({ secret: Secret.fromBase32(made.secondFactor?.totpSecret ?? '') }).generate();
  const source = randomUUID();
  const first = await database.signIn.signInPassword({ source, cookie: null }, { email, password: PASSWORD });
  const second = await database.signIn.signInTotp({ source, cookie: pairs(first.cookies) }, { code: code() });
  return { id: made.id, email, cookie: pairs([...first.cookies, ...second.cookies]), code };
}

/** A browser without script that is signed in. */
export function visitorOf(base: string, { cookie }: Seat): Visitor {
  const visitor = new Visitor(base);
  for (const pair of cookie.split('; ')) visitor.cookies.set(...(pair.split(/=(.*)/s).slice(0, 2) as [string, string]));
  return visitor;
}

/** Set-Cookie lines as a Cookie header: a later line of the same name wins, an emptied one is gone. */
function pairs(lines: readonly string[]): string {
  const held = new Map<string, string>();
  for (const line of lines) {
    const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
    if (value === '' || /max-age=0/i.test(line)) held.delete(name);
    else held.set(name, value);
  }
  return [...held].map(([name, value]) => `${name}=${value}`).join('; ');
}
