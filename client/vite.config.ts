import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { type Plugin, defineConfig, transformWithOxc } from 'vite';

/** Writes `.br` and `.gz` beside every text file of the build: the server sends them as they are. */
function precompress(): Plugin {
  let folder = '';
  return {
    name: 'precompress',
    apply: 'build',
    configResolved(config) {
      folder = join(config.root, config.build.outDir);
    },
    closeBundle() {
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !/\.(?:js|css|html|svg|json|txt)$/.test(entry.name)) continue;
        const file = join(entry.parentPath, entry.name);
        const raw = readFileSync(file);
        const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length };
        writeFileSync(`${file}.br`, brotliCompressSync(raw, { params }));
        writeFileSync(`${file}.gz`, gzipSync(raw, { level: 9 }));
      }
    },
  };
}

/** Languages of the fonts that no text of ours is written in. */
const foreign = /-(?:latin-ext|cyrillic|cyrillic-ext|greek|greek-ext|vietnamese)-/;

/** Writes `worker.js` with the list of what it keeps; its name changes with any of them. */
function serviceWorker(): Plugin {
  let [root, folder] = ['', ''];
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved(config) {
      root = config.root;
      folder = join(config.root, config.build.outDir);
    },
    async writeBundle(_options, bundle) {
      const files = Object.keys(bundle).filter((file) => file !== 'index.html' && !foreign.test(file));
      const name = createHash('sha256')
        .update(readFileSync(join(folder, 'index.html')))
        .update(files.join())
        .digest('hex');
      const source = readFileSync(join(root, 'worker.ts'), 'utf8');
      const { code } = await transformWithOxc(source, 'worker.ts');
      const kept = JSON.stringify(['favicon.svg', 'app.webmanifest', ...files]);
      // A classic script: what makes it a module for TypeScript has to go.
      const script = code.replace(/^export \{\s*\};?$/m, '');
      const made = script.replaceAll('KEPT_FILES', kept).replaceAll('CACHE_NAME', JSON.stringify(name.slice(0, 16)));
      writeFileSync(join(folder, 'worker.js'), made);
    },
  };
}

export default defineConfig(({ mode }) => ({
  root: fileURLToPath(new URL('.', import.meta.url)),
  publicDir: '../assets',
  // Fonts and pictures are files, never data: URLs, so that the content security policy can stay strict.
  build: {
    outDir: mode === 'static' ? 'dist-static' : 'dist',
    emptyOutDir: true,
    chunkSizeWarningLimit: 1500,
    assetsInlineLimit: 0,
  },
  // From any folder of any file host.
  base: mode === 'static' ? './' : '/',
  plugins: [serviceWorker(), ...(mode === 'static' ? [] : [precompress()])],
}));
