/** What stands in which room: the kernel speaks of no slice, no table of a slice is named outside the business, and programs only compose. */
import { isTest } from './arrows.js'
import { withoutComments } from './purity.js'
import { type Finding, isSpec, lineAt, type Source } from './sources.js'

/** What slices are about. */
const ofSlices = /relationship|opportunit|customer-?project|\bdeal|\bmerge|prospect|purchase|invoice|meeting|\bvisit/gi
/** Words of the event format: partitions and owners of keys are called so in every log there is. */
const ofTheFormat = /customer|contact|touchpoint/gi
/** The files of the kernel in which those stand. */
const formatFiles: ReadonlySet<string> = new Set([
  'events/define-events.ts',
  'events/named-records.ts',
  'events/stored-event.ts',
  'deciders/decider.ts',
  'deciders/process-events.ts',
  'deciders/refuse.ts',
  'fields/decorators.ts',
  'fields/field.ts',
  'fields/formats.ts',
  'fields/published-schema.ts',
  'history/fact.ts',
  'history/group-history.ts',
  'ports/access-log.ts',
  'ports/key-vault.ts',
  'slices/query.ts',
  'text/input/input-texts.ts',
  'views/view.ts',
])

export function businessInKernel(sources: Source[]): Finding[] {
  return sources
    .filter(({ path }) => path.startsWith('libs/kernel/') && !isSpec(path))
    .flatMap(({ path, text }) => {
      const code = withoutComments(text)
      const isOfTheFormat = formatFiles.has(path.slice('libs/kernel/'.length))
      return [...code.matchAll(ofSlices), ...(isOfTheFormat ? [] : code.matchAll(ofTheFormat))].map((match) => ({
        path,
        line: lineAt(text, match.index),
        message: `says "${match[0]}"; the kernel has no word of the business beyond the event format`,
      }))
    })
}

/** A table of documents is called `<view>-<version>`: whoever writes that down names a slice, and a version that changes. */
export function namedTables(sources: Source[]): Finding[] {
  const views = sources.filter(({ path }) => path.startsWith('libs/crm/') && path.endsWith('.view.ts'))
  const names = views.flatMap(({ text }) => [...text.matchAll(/^ {2}name: '([a-z-]+)'/gm)].map(([, name]) => name))
  const table = new RegExp(`['"\`](?:${names.join('|')})-\\d+['"\`]`, 'g')
  return sources
    .filter(({ path }) => !isTest(path))
    .flatMap(({ path, text }) =>
      [...withoutComments(text).matchAll(table)].map((match) => ({
        path,
        line: lineAt(text, match.index),
        message: `names the table ${match[0]}; a table is that of a view`,
      })),
    )
}

/** Of a program, the command line is a client with files of its own, and the launcher runs before anything is built. */
const isComposition = (path: string): boolean =>
  path.startsWith('apps/') &&
  !path.startsWith('apps/web/') &&
  path.endsWith('.ts') &&
  !isTest(path) &&
  !/\/command-line\/|\/version\.ts$/.test(path)

/** What a library does for every program: files and tables, work on the ports, and definitions. */
const work = [
  [/'node:(fs|sqlite|crypto|net|http)'/g, 'works on files or connections'],
  [/\bdefine[A-Z]\w*\(/g, 'defines something'],
  [/\.(dispatch|correct|append|readStream|readAll|seal|destroy|bulkLoad)\(/g, 'works on a port'],
  [/\bnew (Projector|Rebuild|QueryService)\(/g, 'does what a worker is for'],
] as const

export function workInPrograms(sources: Source[]): Finding[] {
  return sources
    .filter(({ path }) => isComposition(path))
    .flatMap(({ path, text }) =>
      work.flatMap(([pattern, what]) =>
        [...withoutComments(text).matchAll(pattern)].map((match) => ({
          path,
          line: lineAt(text, match.index),
          message: `${what} (${match[0]}); programs only compose: a library does it for all of them`,
        })),
      ),
    )
}

/** Where a number becomes a position: what reads a log or a store, and what unpacks columns of them. */
const makersOfPositions =
  /^libs\/(engines\/|kernel\/events\/position\.ts|read-models\/(contributions|rows)\/|queries\/figures\/)/

/** A position is given by a log; whoever makes one of a number has counted. */
export function madePositions(sources: Source[]): Finding[] {
  return sources
    .filter(({ path }) => !isTest(path) && !makersOfPositions.test(path))
    .flatMap(({ path, text }) =>
      [...withoutComments(text).matchAll(/\bstoredPosition\b|\bas (unknown as )?Position\b/g)].map((match) => ({
        path,
        line: lineAt(text, match.index),
        message: `makes a position (${match[0]}); a log gives them, or somebody outside says one: parsedPosition`,
      })),
    )
}
