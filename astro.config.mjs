// @ts-check
import node from '@astrojs/node';
import preact from '@astrojs/preact';
import { defineConfig } from 'astro/config';

// The server is ours (api/server.ts): Astro is built as a handler in middleware mode.
export default defineConfig({
  srcDir: './site',
  publicDir: './site/public',
  outDir: process.env.JIANNUO_DIST ?? './.dist',
  output: 'server',
  adapter: node({ mode: 'middleware' }),
  integrations: [preact()],
  // Origin checks are done once, in api/server.ts, where PUBLIC_URL and TRUSTED_PROXIES are known.
  security: {
    checkOrigin: false,
    csp: {
      algorithm: 'SHA-256',
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
      ],
    },
  },
  build: { inlineStylesheets: 'never', assets: 'assets' },
  devToolbar: { enabled: false },
  compressHTML: true,
  trailingSlash: 'ignore',
  vite: { build: { assetsInlineLimit: 0 } },
});
