/**
 * Chromium from npm alone: the browser and the few libraries it needs are unpacked once per version into the temporary
 * directory, and the only font it sees is the pinned Noto Sans SC, so that screenshots agree between machines.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const require = createRequire(import.meta.url);
const VERSION = '153.0.0';
export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 900 };

function fonts(folder: string): string {
  const noto = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'));
  const dirs = ['400Regular', '600SemiBold', '700Bold'].map((weight) => `<dir>${join(noto, weight)}</dir>`).join('');
  const file = join(folder, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${dirs}<cachedir>${join(folder, 'cache')}</cachedir></fontconfig>`,
  );
  return file;
}

/** Unpacks to a folder of its own and renames it into place, so that two workers cannot run half a browser. */
async function unpack(): Promise<string> {
  const home = join(tmpdir(), `jiannuo-chromium-${VERSION}-${process.getuid?.() ?? 0}`);
  if (existsSync(join(home, 'chromium'))) return home;
  const staging = mkdtempSync(join(tmpdir(), 'jiannuo-chromium-staging-'));
  const bin = join(dirname(require.resolve('@sparticuz/chromium')), '..', 'bin');
  const { inflate } = await import('@sparticuz/chromium');
  const before = process.env.TMPDIR;
  process.env.TMPDIR = staging; // inflate() unpacks to os.tmpdir()
  try {
    await Promise.all(['chromium.br', 'al2023.tar.br'].map((file) => inflate(join(bin, file))));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  try {
    renameSync(staging, home);
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    if (!existsSync(join(home, 'chromium'))) throw error; // otherwise another worker was faster
  }
  return home;
}

export async function launchBrowser(): Promise<Browser> {
  const home = await unpack();
  const run = mkdtempSync(join(tmpdir(), 'jiannuo-browser-'));
  const browser = await chromium.launch({
    executablePath: join(home, 'chromium'),
    args: ['--no-sandbox', '--no-zygote', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'],
    env: {
      ...(process.env as Record<string, string>),
      HOME: run,
      FONTCONFIG_FILE: fonts(run),
      LD_LIBRARY_PATH: join(home, 'al2023', 'lib'),
    },
  });
  browser.on('disconnected', () => rmSync(run, { recursive: true, force: true }));
  return browser;
}

/** A page in a context of its own. `baseURL` makes `page.goto('/track')` work. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: PHONE,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    ...options,
  });
  context.setDefaultTimeout(15_000);
  return context.newPage();
}

/** Where pictures go: .bench/shots in the worktree, ignored by git. */
export const SHOTS = join(import.meta.dirname, '../../.bench/shots');

export async function screenshot(page: Page, name: string): Promise<string> {
  mkdirSync(SHOTS, { recursive: true });
  const path = join(SHOTS, `${name}.png`);
  await page.screenshot({ path, fullPage: true, animations: 'disabled' });
  return path;
}

const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds, one line each: rule, element and why. Evaluated by the debugger, so the strict CSP does not hinder it;
 * the page needs JavaScript on (axe waits by timers).
 */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(`${axeSource}; undefined`);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(o: object): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
      };
    };
    const { violations } = await axe.run({ resultTypes: ['violations'] });
    return violations.flatMap((v) =>
      v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 160)} — ${(n.failureSummary ?? '').replace(/\s+/g, ' ')}`),
    );
  });
}

/** How far the page can be scrolled sideways, in px; 0 is what must be. */
export async function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
