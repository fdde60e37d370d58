import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createHumanCheck } from '../../api/adapters/human-check.ts';
import { createKeyring } from '../../api/adapters/vault.ts';

const keys = createKeyring(new Map([[1, randomBytes(32)]]));
const hcaptcha = {
  siteKey: '10000000-ffff-ffff-ffff-000000000001',
  secret: '0x0000000000000000000000000000000000000000',
};
type Call = NonNullable<Parameters<typeof createHumanCheck>[0]['call']>;
const hosted = (call: Call, wait = 50) => createHumanCheck({ keys, hcaptcha, call, wait });

describe('hCaptcha', () => {
  it('passes and fails as the provider says, and is given the token only', async () => {
    const asked: unknown[][] = [];
    const check = hosted(async (...given) => {
      asked.push(given);
      return { success: given[1] === 'good' };
    });
    expect(check.provider).toBe('hcaptcha');
    expect(await check.verify('good')).toBe('passed');
    expect(await check.verify('bad')).toBe('failed');
    expect(asked).toEqual([
      [hcaptcha.secret, 'good', undefined, hcaptcha.siteKey],
      [hcaptcha.secret, 'bad', undefined, hcaptcha.siteKey],
    ]);
  });

  it('is unavailable where the provider is down, answers nonsense or does not answer in time', async () => {
    expect(await hosted(() => Promise.reject(new Error('ECONNREFUSED'))).verify('t')).toBe('unavailable');
    expect(await hosted(() => new Promise(() => {})).verify('t')).toBe('unavailable');
    expect(await hosted(async () => ({}) as never).verify('t')).toBe('failed');
  });

  it('asks nobody where there is no token', async () => {
    const check = hosted(() => {
      throw new Error('asked');
    });
    expect(await check.verify(undefined)).toBe('failed');
  });
});

describe('the proof of work', () => {
  it('refuses what is forged in any part', async () => {
    const check = createHumanCheck({ keys });
    const challenge = (await check.challenge('form')) as { parameters: Record<string, unknown>; signature: string };
    const token = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64');
    for (const forged of [
      { challenge, solution: { counter: 0, derivedKey: '00'.repeat(32) } },
      { challenge: { ...challenge, signature: undefined }, solution: { counter: 0, derivedKey: '00' } },
      { challenge: { ...challenge, parameters: { ...challenge.parameters, keyPrefix: '' } }, solution: {} },
      { challenge: { ...challenge, parameters: { ...challenge.parameters, cost: 1e9 } }, solution: {} },
      null,
      [],
    ])
      expect(await check.verify(token(forged), 'form')).toBe('failed');
  });
});
