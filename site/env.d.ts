/// <reference types="astro/client" />

declare namespace App {
  /** Set by api/server.ts for every page; the only way by which pages reach the outside. */
  interface Locals {
    ctx: import('../api/services/context.ts').Ctx;
    locale: import('./text/locale.ts').Locale;
    /** Address without the /en prefix, with the query. */
    path: string;
    /** Turns an address of the site into one in the reader's language: href('/track') → '/en/track'. */
    href: (path: string) => string;
    /** The same page in the other language. */
    otherLanguage: string;
    largePrint: boolean;
    /** Set by site/middleware.ts for the error pages (404, 500). */
    problem?: { code: import('../api/domain/errors.ts').ErrorCode; params: Record<string, string | number> };
    /** Demonstration: the folder of the mails that were not sent. */
    mailDir: string | null;
    /** Sign-in of officials (api/adapters/sign-in.ts). */
    signIn: import('../api/adapters/ports.ts').SignIn;
    /** Sign-in through an identity provider, where one is configured. */
    sso: import('../api/services/sign-on/door.ts').SignOnDoor | null;
    /** The OpenAPI description of what is mounted (api/routes/document.ts), for the reference page. */
    apiDocument: () => object;
  }
}
