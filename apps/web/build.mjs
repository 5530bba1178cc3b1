/**
 * Builds the web application into a folder: hashed files, each beside its compressed forms, so that a server only sends them.
 * Run by itself with `--watch` it builds anew at each change, into the folder that the program serves.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build } from 'vite'

const root = import.meta.dirname
const worthCompressing = /\.(js|css|html|svg)$/

/**
 * @param {string} outDir
 * @param {{ watch?: boolean }} [options]
 */
export async function buildWeb(outDir, { watch = false } = {}) {
  await build({
    root,
    configFile: false,
    logLevel: watch ? 'info' : 'warn',
    oxc: { jsx: { runtime: 'automatic' } },
    build: {
      outDir: resolve(outDir),
      emptyOutDir: true,
      target: 'es2023',
      // Inline data would need a wider content security policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rolldownOptions: { onwarn: warnOf, output: { codeSplitting: { groups: [shared] } } },
      ...(watch && { watch: {}, minify: false }),
    },
  })
  if (!watch) compressAll(outDir)
}

/** What several screens use comes in one file: each request costs a slow line as much as some kilobytes. */
const shared = {
  name: 'shared',
  minShareCount: 2,
  test: /node_modules|\/web\/(components\/(?!history|board)|look|language|api|shell|score\/small)\b/,
}

/**
 * Directives for servers that render have no meaning here.
 * @param {{ code?: string }} warning
 * @param {(warning: any) => void} warn
 */
function warnOf(warning, warn) {
  if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning)
}

/** @param {string} folder */
function compressAll(folder) {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true })
  for (const { parentPath, name } of entries.filter((entry) => entry.isFile() && worthCompressing.test(entry.name))) {
    const file = join(parentPath, name)
    const content = readFileSync(file)
    const params = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length }
    writeFileSync(`${file}.br`, brotliCompressSync(content, { params }))
    writeFileSync(`${file}.gz`, gzipSync(content))
  }
}

if (process.argv[1] === import.meta.filename) {
  const isWatching = process.argv.includes('--watch')
  const folder = process.argv.slice(2).find((arg) => !arg.startsWith('--'))
  await buildWeb(folder ?? join(root, '../../dist/web'), { watch: isWatching })
}
