import fs from 'node:fs';
import path from 'node:path';
import { findOfficial } from '../../../db/queries/officials.ts';
import { bodyId } from '../../../db/reference/body-id.ts';
import { PEOPLE } from '../../../db/reference/demo/people.ts';
import type { NewSecondFactor, SignIn } from '../../adapters/ports.ts';
import type { Actor } from '../../domain/official.ts';
import type { Ctx } from '../../services/context.ts';
import { createOfficial } from '../../services/officials/create-official.ts';

export interface DemoSignIn {
  key: string;
  what: string;
  name: string;
  email: string;
  password: string;
  totpSecret: string;
  otpauthUri: string;
  recoveryCodes: string[];
}
/** Sign-ins of the demonstration by role: intake, handler, approver, supervisor, publisherA, publisherB, administrator. */
export type SignIns = DemoSignIn[];
export type DemoActor = Extract<Actor, { kind: 'official' }>;

interface Kept {
  password: string;
  secondFactor: NewSecondFactor;
}

const grantsOf = (person: (typeof PEOPLE)[number]) =>
  person.grants.map(([role, body]) => ({ role, bodyId: bodyId(...body) }));

/**
 * Secrets are made fresh for each installation and kept below its home, readable by its owner only, before the official
 * exists: a start that is cut off between the two finds both again.
 */
async function secretsOf(home: string, signIn: SignIn): Promise<Record<string, Kept>> {
  const file = path.join(home, 'sign-ins.json');
  if (fs.existsSync(file)) return JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, Kept>;
  const made: Record<string, Kept> = {};
  for (const person of PEOPLE)
    made[person.key] = { password: signIn.oneTimePassword(), secondFactor: await signIn.newSecondFactor(person.email) };
  fs.mkdirSync(home, { recursive: true, mode: 0o700 });
  const staging = `${file}.${process.pid}`;
  fs.writeFileSync(staging, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  fs.renameSync(staging, file);
  return made;
}

/** The officials of the fictional place, made once, with their sign-ins and as actors. */
export async function seedPeople(
  ctx: Ctx,
  signIn: SignIn,
  home: string,
): Promise<{ signIns: SignIns; actors: Record<string, DemoActor> }> {
  const secrets = await secretsOf(home, signIn);
  const signIns: SignIns = [];
  const actors: Record<string, DemoActor> = {};
  for (const person of PEOPLE) {
    const kept = secrets[person.key];
    if (!kept) throw new Error(`sign-ins.json has no ${person.key}: remove it together with the database`);
    const grants = grantsOf(person);
    const known = await findOfficial(ctx.db, { email: person.email });
    const id =
      known?.id ??
      (
        await createOfficial(
          ctx,
          { ...signIn, newSecondFactor: async () => kept.secondFactor },
          { name: person.name, email: person.email, grants },
          { password: kept.password, enrolled: true },
        )
      ).id;
    actors[person.key] = { kind: 'official', id, name: person.name, grants, factorAge: 0 };
    const { key, what, name, email } = person;
    signIns.push({ key, what, name, email, password: kept.password, ...kept.secondFactor.shown });
  }
  return { signIns, actors };
}
