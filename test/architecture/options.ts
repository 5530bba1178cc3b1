/**
 * What slices may say of themselves does something: every option of a definition has a reader that is no definition, a
 * user in a slice, and, where it may be left out, a test in which it changes an answer. Whether that test sees the
 * option is shown by `npm run stripped`, which takes the option away.
 */
import { isTest } from './arrows.js'
import { optionTests, unseenOptions } from './option-tests.js'
import { withoutComments } from './purity.js'
import { type Finding, isSpec, lineAt, type Source } from './sources.js'

/** Functions by which slices define things, and where the shapes of their options stand. */
export const builders: readonly { builder: string; file: string; shapes: readonly string[] }[] = [
  { builder: 'defineView', file: 'libs/kernel/views/view.ts', shapes: ['ViewOptions'] },
  { builder: 'defineEvents', file: 'libs/kernel/events/define-events.ts', shapes: ['EventSpec', 'FamilyOptions'] },
  { builder: 'defineQuery', file: 'libs/kernel/slices/query.ts', shapes: ['Query', 'SubjectParameter'] },
  { builder: 'defineMetric', file: 'libs/kernel/metrics/metric.ts', shapes: ['Metric'] },
  { builder: 'defineDimension', file: 'libs/kernel/metrics/dimension.ts', shapes: ['DimensionOptions', 'Belonging'] },
  { builder: 'command', file: 'libs/kernel/deciders/decider.ts', shapes: ['CommandOptions'] },
  { builder: 'defineDecider', file: 'libs/kernel/deciders/decider.ts', shapes: ['DeciderOptions'] },
  { builder: 'defineResource', file: 'libs/kernel/deciders/resource.ts', shapes: ['Resource'] },
  { builder: 'defineProcess', file: 'libs/kernel/deciders/process.ts', shapes: ['Process'] },
  { builder: 'defineSlice', file: 'libs/kernel/slices/slice.ts', shapes: ['Slice'] },
  { builder: 'defineTarget', file: 'libs/imports/records/define-target.ts', shapes: ['TargetDeclaration'] },
  { builder: 'defineSection', file: 'libs/crm/pages/shown/section.ts', shapes: ['Section'] },
  { builder: 'defineTopic', file: 'libs/crm/pages/shown/topic.ts', shapes: ['Topic'] },
  { builder: 'defineKind', file: 'libs/crm/touchpoints/kinds/define-kind.ts', shapes: ['TouchpointKind'] },
]

/** Said by the builder itself, and by nobody who defines. */
const derived: ReadonlySet<string> = new Set(['Metric.stored'])

/** What a slice cannot leave out; all else it may. */
const ofEverySlice: ReadonlySet<string> = new Set(['name', 'about'])

interface Option {
  /** `<shape>.<name>`. */
  full: string
  name: string
  isOptional: boolean
  builder: string
  path: string
  line: number
}

const shapeOf = (text: string, shape: string) =>
  new RegExp(`^(?:export )?interface ${shape}\\b.*?\\n\\}`, 'ms').exec(text)

function optionsIn({ path, text }: Source, builder: string, shapes: readonly string[]): Option[] {
  return shapes.flatMap((shape) => {
    const found = shapeOf(text, shape)
    if (!found) throw new Error(`${path} has no interface ${shape}`)
    return [...found[0].matchAll(/^ {2}(?:readonly )?(\w+)(\??)[:(<]/gm)].map(
      ({ 1: name = '', 2: optional, index }) => ({
        ...{ full: `${shape}.${name}`, name, builder, path },
        isOptional: optional === '?' || (shape === 'Slice' && !ofEverySlice.has(name)),
        line: lineAt(text, found.index + index),
      }),
    )
  })
}

const calls = (text: string, builder: string): boolean => new RegExp(`\\b${builder}(<.*?>)?\\(`, 's').test(text)

/** Without what only says that there is such an option, or passes it on under its name. */
const readingCode = ({ text }: Source): string =>
  withoutComments(text)
    .replace(/^(export )?interface \w+.*?\n\}/gms, '')
    .replace(/^\s*(\w+): options\.\1\b[^\n]*$/gm, '')

const reads = (code: string, name: string): boolean =>
  new RegExp(`[.]${name}\\b|[{,(]\\s*${name}\\s*(=|,|\\}|:\\s*\\w)`).test(code)

const uses = (code: string, name: string): boolean => new RegExp(`\\b${name}\\s*[:(,}]`).test(code)

export function optionsWithoutEffect(sources: Source[]): Finding[] {
  const bodies = sources.filter(({ path }) => !isSpec(path) && !isTest(path))
  const options = builders.flatMap(({ builder, file, shapes }) =>
    sources.filter(({ path }) => path === file).flatMap((source) => optionsIn(source, builder, shapes)),
  )
  const code = new Map(bodies.map((source) => [source.path, readingCode(source)]))
  const definers = new Map(
    builders.map(({ builder, file }) => {
      const ofSlices = bodies.filter(
        ({ path, text }) => path.startsWith('libs/crm/') && path !== file && calls(text, builder),
      )
      return [builder, new Set(ofSlices.map(({ path }) => path))]
    }),
  )
  const told = options.flatMap(({ full, name, isOptional, builder, path, line }): Finding[] => {
    const definitions = definers.get(builder) ?? new Set()
    const of = [...code]
    const isRead = of.some(([where, text]) => !definitions.has(where) && reads(text, name))
    const isUsed = derived.has(full) || of.some(([where, text]) => definitions.has(where) && uses(text, name))
    const faults = [
      ...(isRead ? [] : ['is read by nothing']),
      ...(isUsed ? [] : ['is used by no slice']),
      ...(isOptional && !derived.has(full) ? untested(full, sources) : []),
    ]
    return faults.map((fault) => ({ path, line, message: `the option ${full} ${fault}` }))
  })
  const known = new Set(options.map(({ full }) => full))
  const left = Object.keys({ ...optionTests, ...unseenOptions }).filter((full) => !known.has(full))
  return [
    ...told,
    ...left.map((full) => ({
      path: 'test/architecture/option-tests.ts',
      line: 1,
      message: `there is no option ${full}`,
    })),
  ]
}

function untested(full: string, sources: readonly Source[]): string[] {
  const [spec, words] = optionTests[full] ?? []
  if (!spec || !words) return ['has no test in which it changes an answer (option-tests.ts)']
  const text = sources.find(({ path }) => path === spec)?.text
  return text?.includes(words) ? [] : [`is said to be tested by "${words}", which ${spec} does not hold`]
}
