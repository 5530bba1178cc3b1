/** Who may import whom: the plan of the house as one table, and the rules between slices of the business. */
import { basename } from 'node:path'
import { edgesOf, type Finding, isSpec, type Source } from './sources.js'

/** What each library may use besides itself. Apps may use all libraries; specs and test/ anything. */
const mayUse: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  // The targets of an import are business; the language they are said in is not.
  crm: ['kernel', 'imports'],
  // What any engine on files needs, and knows of nothing here.
  files: [],
  log: ['kernel', 'files'],
  readmodel: ['kernel', 'files'],
  stream: ['kernel'],
  privacy: ['kernel', 'files'],
  imports: ['kernel'],
  demo: ['kernel'],
  core: ['kernel', 'privacy', 'readmodel'],
  platform: ['kernel', 'core', 'files'],
}
/** The files of a slice that other slices may read; references are held in every process for just that. */
const sharedAcrossSlices = /\.(events|queries|view|reference)\.ts$/
/** Folders of the business that are not slices: the access table, and texts in five languages. */
const sharedVocabulary: ReadonlySet<string> = new Set(['access', 'texts'])
const inputAndOutput =
  /^(node:(fs|net|http|https|http2|sqlite|worker_threads|child_process|dgram|tls)(\/.*)?|mongodb|kafkajs|@eventstore\/.*)$/

export function brokenArrows(sources: Source[]): Finding[] {
  const paths = new Set(sources.map((one) => one.path))
  return sources
    .filter((one) => !isSpec(one.path) && !one.path.startsWith('test/'))
    .flatMap((one) => [...ofOwn(one, paths), ...ofPackages(one)])
}

function ofOwn(from: Source, paths: ReadonlySet<string>): Finding[] {
  return edgesOf(from, paths).flatMap(({ target, line }) => {
    const message = libraryFault(from.path, target) ?? sliceFault(from.path, target)
    return message ? [{ path: from.path, line, message }] : []
  })
}

function libraryFault(from: string, target: string): string | undefined {
  const [fromTop, fromName = ''] = from.split('/')
  const [top, name = ''] = target.split('/')
  if (top === fromTop && name === fromName) return undefined
  if (top === 'test') return `uses ${target}; only specs use test/`
  if (top === 'apps') return `uses ${target}; nothing uses another app`
  if (fromTop === 'apps' || mayUse[fromName]?.includes(name)) return undefined
  return `uses libs/${name}; libs/${fromName} may use ${mayUse[fromName]?.join(', ') || 'no other library'}`
}

function sliceFault(from: string, target: string): string | undefined {
  const slice = sliceOf(from)
  const other = sliceOf(target)
  if (other === undefined || slice === other || !from.startsWith('libs/crm/')) return undefined
  // business.ts tells the plumbing what it must know of the business; it may ask everybody.
  if (from === 'libs/crm/business.ts' || sharedVocabulary.has(other)) return undefined
  if (slice === undefined)
    return target.endsWith('.slice.ts') ? undefined : `uses ${target}; the list of slices names slices only`
  return sharedAcrossSlices.test(target)
    ? undefined
    : `uses ${target}; another slice shows its events, queries, views and references only`
}

function sliceOf(path: string): string | undefined {
  return /^libs\/crm\/([^/]+)\//.exec(path)?.[1]
}

function ofPackages(from: Source): Finding[] {
  return from.imports.flatMap(({ specifier, line }) => {
    const message = packageFault(from.path, specifier)
    return message ? [{ path: from.path, line, message }] : []
  })
}

function packageFault(from: string, specifier: string): string | undefined {
  const isNest = specifier.startsWith('@nestjs/')
  if (from.startsWith('libs/kernel/') && (isNest || inputAndOutput.test(specifier))) {
    return `uses ${specifier}; the kernel knows neither Nest nor input and output`
  }
  if (from.startsWith('libs/crm/') && isNest && !basename(from).endsWith('.controller.ts')) {
    return `uses ${specifier}; in libs/crm only controllers know Nest`
  }
  return undefined
}
