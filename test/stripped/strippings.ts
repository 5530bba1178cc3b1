/** How a definition loses one of its options, whoever defines: by the shape that the option is of. */
import { builders } from '../architecture/options.js'

type Options = Record<string, unknown>
type Define = (...parts: never[]) => unknown

/** Leaves an option out of a copy. */
export type Strip = (options: object) => object

/** Takes the place of a builder. */
type Stripping = (define: Define, strip: Strip) => Define

const call = (define: Define, ...parts: unknown[]): unknown => define(...(parts as never[]))

const ofOptions: Stripping = (define, strip) => (options: Options) => call(define, strip(options))

/** Of options that stand in a part of what is defined, where it has that part. */
const within =
  (part: string): Stripping =>
  (define, strip) =>
  (options: Options) => {
    const inner = options[part]
    return call(define, typeof inner === 'object' && inner !== null ? { ...options, [part]: strip(inner) } : options)
  }

/** Those that are told otherwise than by their builder's only argument. */
const told: Readonly<Record<string, Stripping>> = {
  ViewOptions: (define, strip) => () => ofOptions(call(define) as Define, strip),
  DeciderOptions: (define, strip) => () => {
    const defineOf = call(define) as Define
    return (family: object, options: Options) => call(defineOf, family, strip(options))
  },
  CommandOptions: (define, strip) => (payload: object, options: Options, decide: object) =>
    call(define, payload, strip(options), decide),
  EventSpec: (define, strip) => (category: string, specs: Record<string, object>, family: object) =>
    call(
      define,
      category,
      Object.fromEntries(Object.entries(specs).map(([fact, spec]) => [fact, strip(spec)])),
      family,
    ),
  FamilyOptions:
    (define, strip) =>
    (category: string, specs: object, family: object = {}) =>
      call(define, category, specs, strip(family)),
  SubjectParameter: within('past'),
  Belonging: within('from'),
}

/** What stands in for the builder of a shape, so that nothing it defines has the option. @public the stripped copy imports it */
export function stripped(shape: string, option: string, define: Define): Define {
  const strip: Strip = (options) => Object.fromEntries(Object.entries(options).filter(([name]) => name !== option))
  return (told[shape] ?? ofOptions)(define, strip)
}

/** @throws Error for a shape that nothing is defined by */
export function builderOf(shape: string): { builder: string; file: string } {
  const found = builders.find(({ shapes }) => shapes.includes(shape))
  if (!found) throw new Error(`nothing is defined by ${shape}`)
  return found
}
