/**
 * Builds the web application into a folder: hashed files, each beside its compressed forms, so that a server only sends them.
 * Run by itself with `--watch` it builds anew at each change, into the folder that the program serves.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build } from 'vite'
import { saidAhead } from './language/said-ahead.mjs'

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
    // Whatever the environment is called in which it is built.
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    logLevel: watch ? 'info' : 'warn',
    oxc: { jsx: { runtime: 'automatic', development: false } },
    plugins: [saidAhead, namesApplication],
    build: {
      outDir: resolve(outDir),
      emptyOutDir: true,
      target: 'es2023',
      // Inline data would need a wider content security policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rolldownOptions: { onwarn: warnOf, output: { codeSplitting: { groups: [first, shared] } } },
      ...(watch && { watch: {}, minify: false }),
    },
  })
  if (!watch) compressAll(outDir)
}

/** What begins a page: small, since everything that is asked waits for it. */
const first = { name: 'first', tags: ['$initial'], priority: 1 }

/** What several screens use comes in one file: each request costs a slow line as much as some kilobytes. */
const shared = {
  name: 'shared',
  minShareCount: 2,
  test: /node_modules\/(?!d3-|internmap)|\/web\/(components\/(?!board|filter\/(?:filter|grammar|texts)\b)|look|language|shell|score\/small)\b/,
}

/** The page names what the application is made of, so that it is on its way while the page begins. */
const namesApplication = {
  name: 'names-application',
  /** @type {import('vite').IndexHtmlTransform} */
  transformIndexHtml: {
    order: 'post',
    handler(_html, { bundle = {}, chunk }) {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk')
      const application = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('/application.tsx'))
      if (!chunk || !application) throw new Error('the page has no application')
      const named = withImports(chunk.fileName, chunks)
      const parts = withImports(application.fileName, chunks).filter((part) => !named.includes(part))
      const styles = new Set(parts.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]))
      return [
        ...parts.map(({ fileName }) => linkOf('modulepreload', fileName)),
        ...[...styles].map((fileName) => linkOf('stylesheet', fileName)),
      ]
    },
  },
}

/**
 * A chunk after those that it imports.
 * @param {string} fileName
 * @param {readonly import('vite').Rolldown.OutputChunk[]} chunks
 * @param {Set<string>} seen
 * @returns {import('vite').Rolldown.OutputChunk[]}
 */
function withImports(fileName, chunks, seen = new Set()) {
  const chunk = chunks.find((one) => one.fileName === fileName)
  if (!chunk || seen.has(fileName)) return []
  seen.add(fileName)
  return [...chunk.imports.flatMap((one) => withImports(one, chunks, seen)), chunk]
}

/**
 * @param {string} rel
 * @param {string} fileName
 * @returns {import('vite').HtmlTagDescriptor}
 */
const linkOf = (rel, fileName) => ({
  tag: 'link',
  attrs: { rel, crossorigin: true, href: `/${fileName}` },
  injectTo: 'head',
})

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
