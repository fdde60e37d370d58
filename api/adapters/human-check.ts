import { type Challenge, createChallenge, type Solution, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import hcaptcha from 'hcaptcha';
import type { HumanCheck, Keyring } from './ports.ts';

const WAIT = 3_000; // the provider may be down or slow; a filing does not wait longer for it
const VALID = 3_600; // seconds that a proof of work may take from challenge to sending
const COST = 1_000; // PBKDF2 rounds of one attempt, about 0.3 ms; one in 256 attempts solves it

export function createHumanCheck(options: {
  keys: Keyring;
  hcaptcha?: { siteKey: string; secret: string } | undefined;
  /** For tests: another verification call, another limit. */
  call?: typeof hcaptcha.verify;
  wait?: number;
}): HumanCheck {
  return options.hcaptcha
    ? hosted(options.hcaptcha, options.call ?? hcaptcha.verify, options.wait ?? WAIT)
    : proofOfWork(options.keys);
}

/** hCaptcha sees the visitor's address and browser, never a field of the form; we send it the token only. */
function hosted(keys: { siteKey: string; secret: string }, call: typeof hcaptcha.verify, wait: number): HumanCheck {
  return {
    provider: 'hcaptcha',
    siteKey: keys.siteKey,
    challenge: async () => null,
    async verify(token) {
      if (!token) return 'failed';
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<'unavailable'>((resolve) => {
        timer = setTimeout(() => resolve('unavailable'), wait);
      });
      // The package has no timeout: its promise is left behind, with its rejection handled here.
      const answer = call(keys.secret, token, undefined, keys.siteKey).then(
        (result): 'passed' | 'failed' => (result.success === true ? 'passed' : 'failed'),
        (): 'unavailable' => 'unavailable',
      );
      try {
        return await Promise.race([answer, late]);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

/** ALTCHA, self-hosted: a token is base64 of {challenge, solution}. Stateless: the challenge is signed and names its form. */
function proofOfWork(keys: Keyring): HumanCheck {
  const secret = () => keys.mac('human-check', 'altcha').toString('base64url');
  return {
    provider: 'altcha',
    siteKey: null,
    challenge: (purpose = '') =>
      createChallenge({
        algorithm: 'PBKDF2/SHA-256',
        cost: COST,
        keyPrefix: '00',
        deriveKey,
        hmacSignatureSecret: secret(),
        expiresAt: Math.floor(Date.now() / 1000) + VALID,
        data: { purpose },
      }),
    async verify(token, purpose = '') {
      if (!token) return 'failed';
      try {
        const { challenge, solution } = JSON.parse(Buffer.from(token, 'base64').toString('utf8')) as {
          challenge: Challenge;
          solution: Solution;
        };
        // A forged challenge could ask for endless work in the check itself.
        if (challenge.parameters.cost !== COST || challenge.parameters.algorithm !== 'PBKDF2/SHA-256') return 'failed';
        if (challenge.parameters.data?.purpose !== purpose) return 'failed';
        const result = await verifySolution({ challenge, solution, deriveKey, hmacSignatureSecret: secret() });
        return result.verified ? 'passed' : 'failed';
      } catch {
        return 'failed';
      }
    },
  };
}
