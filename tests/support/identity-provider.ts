import http from 'node:http';
import Provider from 'oidc-provider';

/** Who signs in at the provider, without any page: what a person would have typed. */
export interface Somebody {
  sub: string;
  email: string;
  verified: boolean;
  amr: string[];
}

export interface IdentityProvider {
  issuer: string;
  /** Who signs in next. */
  somebody: Somebody;
  /** Follows the provider's pages as a browser does, to the address that it sends the browser back to. */
  visit(url: string): Promise<URL>;
  stop(): Promise<void>;
}

export const CLIENT = { clientId: 'jiannuo', clientSecret: 'a-secret-of-the-tests-with-32-characters' };

/** A real OpenID provider (oidc-provider) on a port of this machine, with one client. */
export async function startIdentityProvider(redirectUri: string, port = 0): Promise<IdentityProvider> {
  const server = http.createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}`;
  const made: IdentityProvider = {
    issuer,
    somebody: { sub: 'nobody', email: 'nobody@example.org', verified: false, amr: ['pwd'] },
    visit,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  const provider: Provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [redirectUri],
        post_logout_redirect_uris: [redirectUri.replace('/sso/callback', '/sign-in')],
      },
    ],
    cookies: { keys: ['one key of the tests'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    claims: { openid: ['sub', 'amr', 'acr'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    findAccount: async (_ctx, sub) => ({
      accountId: sub,
      claims: async () => ({ sub, email: made.somebody.email, email_verified: made.somebody.verified }),
    }),
    async loadExistingGrant(ctx) {
      const grant = new provider.Grant({
        clientId: ctx.oidc.client?.clientId ?? '',
        accountId: ctx.oidc.session?.accountId ?? '',
      });
      grant.addOIDCScope('openid email');
      await grant.save();
      return grant;
    },
  });
  const pages = provider.callback();
  server.on('request', (req, res) => {
    if (!req.url?.startsWith('/interaction/')) return void pages(req, res);
    const { sub, amr } = made.somebody;
    const result = { login: { accountId: sub, amr, remember: false } };
    provider.interactionFinished(req, res, result, { mergeWithLastSubmission: false }).catch((error: unknown) => {
      res.statusCode = 500;
      res.end(String(error));
    });
  });
  return made;
}

async function visit(url: string): Promise<URL> {
  const cookies = new Map<string, string>();
  const { origin } = new URL(url);
  let here = new URL(url);
  for (let steps = 0; steps < 10; steps++) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(here, { redirect: 'manual', headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (!location)
      throw new Error(`the provider answered ${response.status}: ${(await response.text()).slice(0, 500)}`);
    here = new URL(location, here);
    if (here.origin !== origin) return here;
  }
  throw new Error('the provider leads in circles');
}
