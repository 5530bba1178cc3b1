/** Who may import whom: the plan of the house as one table, and the rules between slices of the business. */
import { basename } from 'node:path'
import { edgesOf, type Finding, isSpec, type Source } from './sources.js'

/** What each library may use besides itself. Apps may use all libraries; specs and test/ anything. */
const mayUse: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  // The targets of an import are business; the language they are said in is not.
  crm: ['kernel', 'imports'],
  // What works on files needs, and knows of nothing here.
  files: [],
  privacy: ['kernel'],
  // What projections write and queries read; neither knows the other.
  'read-models': ['kernel'],
  commands: ['kernel', 'privacy'],
  projections: ['kernel', 'privacy', 'read-models'],
  queries: ['kernel', 'privacy', 'read-models'],
  // What others read of the group, and what they send it; whoever relays brings the log and where messages go.
  streams: ['kernel', 'read-models', 'imports'],
  imports: ['kernel', 'privacy', 'commands', 'queries', 'projections'],
  operations: ['kernel', 'privacy', 'files', 'commands', 'queries', 'projections', 'read-models', 'imports'],
  // No library that does the work names an engine: only what programs are composed of lists them.
  engines: ['kernel', 'files'],
  platform: ['kernel', 'files', 'commands', 'queries', 'operations'],
  demo: ['kernel'],
  // What programs are composed of; besides them it alone names engines.
  services: [
    ...['kernel', 'crm', 'privacy', 'read-models', 'commands', 'projections', 'queries', 'imports', 'operations'],
    ...['engines', 'platform', 'demo', 'streams'],
  ],
}
/**
 * Rooms of a library with a door of their own: workers and imports because a thread loads no more than it does, settings,
 * issuers and configuration because the command line asks them without loading an HTTP server.
 */
const rooms: ReadonlySet<string> = new Set([
  'libs/operations/imports',
  'libs/operations/workers',
  'libs/platform/config',
  'libs/platform/identity',
  'libs/services/configuration',
  'libs/services/running',
])
/** Files that stand open beside a door. */
const open: ReadonlySet<string> = new Set([
  // The command line names the grounds of an erasure in its help; to load the whole business for it takes too long.
  'libs/crm/contacts/contact.events.ts',
  // It signs its own tokens and tells what refused a start; engines, providers of identities and their libraries take longer
  // to load than most commands take.
  'libs/platform/identity/local-issuer.ts',
  'libs/services/configuration/refused-start.ts',
  // The thread that writes the log knows of the kernel what a position is; with all of it, it takes twice the memory.
  'libs/kernel/events/position.ts',
])
/** Rooms of the web application that stand on all others: its screens, the frame around them, and what begins it. */
const aboveOthers = /^apps\/web\/(shell\/|screens\/|main\.ts$)/
/** The files of a slice that other slices may read; references are held in every process for just that. */
const sharedAcrossSlices = /\.(events|queries|view|reference|section|dimension|resource|words)\.ts$/
/** Folders of the business that are nobody's: the access table, families of facts, texts in five languages, and how answers show things. */
const sharedVocabulary = /^libs\/crm\/(access|families|texts|pages\/shown)\//
const inputAndOutput =
  /^(node:(fs|net|http|https|http2|sqlite|worker_threads|child_process|dgram|tls)(\/.*)?|mongodb|kafkajs|@eventstore\/.*)$/

export function brokenArrows(sources: Source[]): Finding[] {
  const paths = new Set(sources.map((one) => one.path))
  return sources.filter((one) => !isTest(one.path)).flatMap((one) => [...ofOwn(one, paths), ...ofPackages(one)])
}

/** Contracts of ports are suites that specs run. */
export function isTest(path: string): boolean {
  return isSpec(path) || path.startsWith('test/') || path.startsWith('libs/engines/contracts/')
}

function ofOwn(from: Source, paths: ReadonlySet<string>): Finding[] {
  return edgesOf(from, paths).flatMap(({ target, line }) => {
    const faults = [libraryFault, doorFault, sliceFault, webFault].map((faultOf) => faultOf(from.path, target))
    const message = faults.find((fault) => fault !== undefined)
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

/** Specs and test/ look behind doors: they load what they try and nothing else. */
function doorFault(from: string, target: string): string | undefined {
  const library = libraryOf(target)
  if (library === undefined || library === libraryOf(from)) return undefined
  const room = target.split('/').slice(0, 3).join('/')
  const door = `${rooms.has(room) ? room : library}/index.ts`
  return target === door || open.has(target) ? undefined : `uses ${target}; the door is ${door}`
}

function libraryOf(path: string): string | undefined {
  return /^libs\/[^/]+/.exec(path)?.[0]
}

function sliceFault(from: string, target: string): string | undefined {
  const slice = sliceOf(from)
  const other = sliceOf(target)
  if (other === undefined || slice === other || !from.startsWith('libs/crm/')) return undefined
  // The door shows what programs name of single slices.
  if (from === 'libs/crm/index.ts' || sharedVocabulary.test(target)) return undefined
  if (slice === undefined)
    return target.endsWith('.slice.ts') ? undefined : `uses ${target}; the list of slices names slices only`
  return sharedAcrossSlices.test(target)
    ? undefined
    : `uses ${target}; another slice shows its events, queries, views, references, sections, dimensions, resources and words only`
}

function webFault(from: string, target: string): string | undefined {
  if (!from.startsWith('apps/web/') || aboveOthers.test(from) || !aboveOthers.test(target)) return undefined
  return `uses ${target}; screens and shell stand on the other rooms of the web application, not they on them`
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
