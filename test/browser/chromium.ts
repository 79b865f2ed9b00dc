import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type LaunchOptions } from '@playwright/test';

/**
 * A Chromium to test with: $CHROMIUM, the one `npx playwright install chromium` put here, the one that npm brought
 * (Linux on x64; it needs no system packages), or the system's.
 */
export async function launchOptions(): Promise<LaunchOptions> {
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const installed = [process.env['CHROMIUM'], chromium.executablePath()].find((path) => path && existsSync(path));
  if (installed) return { args, executablePath: installed };
  if (process.platform === 'linux' && process.arch === 'x64') return { args: ['--no-sandbox'], ...(await packaged()) };
  const system = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path));
  return system ? { args, executablePath: system } : { args, channel: 'chrome' };
}

/** Unpacks the browser, its libraries and a font once, below node_modules. */
async function packaged(): Promise<LaunchOptions> {
  const directory = fileURLToPath(new URL('../../node_modules/.cache/chromium', import.meta.url));
  mkdirSync(directory, { recursive: true });
  const before = { ...process.env };
  process.env['TMPDIR'] = directory;
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs24.x';
  const { default: Chromium } = await import('@sparticuz/chromium');
  const executablePath = await Chromium.executablePath();
  process.env = before;
  const fonts = `${directory}/fonts.conf`;
  writeFileSync(
    fonts,
    `<?xml version="1.0"?><fontconfig><dir>/usr/share/fonts</dir><dir>${directory}/fonts</dir><cachedir>${directory}/fonts-cache</cachedir></fontconfig>`,
  );
  const env = Object.fromEntries(
    Object.entries(before).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  return { executablePath, env: { ...env, FONTCONFIG_FILE: fonts, LD_LIBRARY_PATH: `${directory}/al2023/lib` } };
}
