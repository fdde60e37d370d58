import * as oidc from 'openid-client';
import { DomainError } from '../domain/errors.ts';
import type { Log, SingleSignOn } from './ports.ts';

export interface SingleSignOnOptions {
  /** https; plain http only in a demonstration or a test. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** As the button says it. */
  name: string;
  /** Value of `acr` that stands for two factors; without it only `amr` is believed. */
  acr: string | null;
  /** Milliseconds for one request to the provider. */
  patience?: number;
}

/** Methods that are a second factor by themselves or say that there were two (RFC 8176). */
const STRONG = new Set(['mfa', 'otp', 'hwk', 'sc', 'swk', 'fpt', 'face']);
const SCOPE = 'openid email';

/**
 * OpenID Connect: authorization code with PKCE, state and nonce; the signature of the ID token is checked too. The provider
 * is asked for its addresses at the first use and again after a failure, so that it may be down when we start.
 */
export function createSingleSignOn(options: SingleSignOnOptions, log: Log): SingleSignOn {
  const issuer = new URL(options.issuer);
  let found: Promise<oidc.Configuration> | null = null;

  function configuration(): Promise<oidc.Configuration> {
    found ??= oidc
      .discovery(issuer, options.clientId, options.clientSecret, undefined, {
        timeout: (options.patience ?? 5_000) / 1000,
        execute: [
          oidc.enableNonRepudiationChecks,
          ...(issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : []),
        ],
      })
      .catch((error: unknown) => {
        found = null;
        log.warn({ err: reason(error) }, 'the identity provider does not answer');
        throw new DomainError('auth.provider_unavailable');
      });
    return found;
  }

  return {
    name: options.name,
    issuer: options.issuer,

    async begin(redirectUri) {
      const config = await configuration();
      const checks = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
      };
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: SCOPE,
        state: checks.state,
        nonce: checks.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(checks.verifier),
        code_challenge_method: 'S256',
        ...(options.acr && { acr_values: options.acr }),
      });
      return { url: url.href, checks };
    },

    async finish(callback, checks) {
      const config = await configuration();
      const tokens = await oidc
        .authorizationCodeGrant(config, callback, {
          expectedState: checks.state,
          expectedNonce: checks.nonce,
          pkceCodeVerifier: checks.verifier,
          idTokenExpected: true,
        })
        .catch((error: unknown) => {
          log.warn({ err: reason(error) }, 'a sign-on was refused');
          if (isDown(error)) throw new DomainError('auth.provider_unavailable');
          throw new DomainError('auth.provider_refused');
        });
      const claims = tokens.claims();
      if (!claims) throw new DomainError('auth.provider_refused');
      const { amr, acr } = claims;
      const strong = Array.isArray(amr) && amr.some((method) => typeof method === 'string' && STRONG.has(method));
      return {
        account: `${claims.iss}#${claims.sub}`,
        email: claims.email_verified === true && typeof claims.email === 'string' ? claims.email : null,
        secondFactor: strong || (options.acr !== null && acr === options.acr),
      };
    },

    async signOutUrl(after) {
      try {
        const config = await configuration();
        if (!config.serverMetadata().end_session_endpoint) return null;
        return oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: after }).href;
      } catch {
        return null;
      }
    },
  };
}

/** Never the token or the code: the library's codes only. */
const reason = (error: unknown): string =>
  error instanceof Error ? `${error.name} ${(error as { code?: string }).code ?? ''}`.trim() : 'unknown';

/** The provider could not be reached, or is itself broken: not a refusal. */
function isDown(error: unknown): boolean {
  const status = (error as { status?: number }).status;
  if (status !== undefined) return status >= 500;
  const name = error instanceof Error ? error.name : '';
  return (
    name === 'TypeError' ||
    name === 'TimeoutError' ||
    name === 'AbortError' ||
    (error as { code?: string }).code === 'OAUTH_TIMEOUT'
  );
}
