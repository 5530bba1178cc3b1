/**
 * Reads a mapping file: YAML in which every scalar is text, checked against the schema. Problems name
 * the line and the path, and all are told at once.
 */
import { Ajv, type ErrorObject } from 'ajv'
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import { MappingFault, type MappingProblem, MappingProblems } from '../problem.js'
import { unfit } from '../tabular/hygiene.js'
import type { Mapping } from './mapping.js'
import { mappingSchema } from './mapping-schema.js'

export type Path = readonly (string | number)[]

/** Tells a problem at a path. */
export type Tell = (path: Path, sentence: string) => void

export interface MappingDocument {
  /** The mapping file's name, for problems. */
  file: string
  mapping: Mapping
  /** 1-based line of what stands at a path, or of the nearest thing around it. */
  lineOf(path: Path): number
}

const validate = new Ajv({ allErrors: true, verbose: true, strict: true, allowUnionTypes: true }).compile<Mapping>(
  mappingSchema,
)
const maxMappingCharacters = 1_000_000

/** Throws MappingFault with problems of form. */
export function readMapping(text: string, file: string): MappingDocument {
  refuseUnfit(text, file)
  const lines = new LineCounter()
  // Looked for below: the parser holds each key against all before it.
  const how = { schema: 'failsafe', uniqueKeys: false, prettyErrors: false } as const
  const document = parseDocument(text, { ...how, lineCounter: lines })
  const problems = new MappingProblems()
  for (const { message, pos } of document.errors) problems.add(() => problemAt(lines.linePos(pos[0]).line, '', message))
  for (const { name, offset } of saidTwice(document))
    problems.add(() => problemAt(lines.linePos(offset).line, name, 'stands here a second time'))
  problems.refuse(file)
  const lineOf = (path: Path) => lineIn(document, lines, path)
  const mapping: unknown = mappingIn(document, file)
  if (!validate(mapping)) {
    for (const error of validate.errors ?? []) problems.add(() => formProblem(error, lineOf))
    problems.refuse(file)
  }
  return { file, mapping: mapping as Mapping, lineOf }
}

/** Keys that stand in one map more than once. */
function saidTwice(document: Document): { name: string; offset: number }[] {
  const twice: { name: string; offset: number }[] = []
  visit(document, {
    Map: (_, { items }) => {
      const seen = new Set<unknown>()
      for (const { key } of items) {
        if (!isScalar(key)) continue
        if (seen.has(key.value)) twice.push({ name: String(key.value), offset: key.range?.[0] ?? 0 })
        seen.add(key.value)
      }
    },
  })
  return twice
}

function refuseUnfit(text: string, file: string): void {
  if (text.length > maxMappingCharacters) {
    throw new MappingFault(file, [problemAt(0, '', 'the mapping is longer than a million characters')])
  }
  const lines = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n')
  const at = lines.search(unfit)
  if (at < 0) return
  const sentence = 'a control or direction-changing character stands here: remove it'
  throw new MappingFault(file, [problemAt(lines.slice(0, at).split('\n').length, '', sentence)])
}

function mappingIn(document: Document, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    throw new MappingFault(file, [problemAt(0, '', error instanceof Error ? error.message : String(error))])
  }
}

const problemAt = (line: number, path: string, sentence: string): MappingProblem => ({ line, path, sentence })

export const written = (path: Path): string =>
  path.map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index ? '.' : ''}${part}`)).join('')

function formProblem(error: ErrorObject, lineOf: (path: Path) => number): MappingProblem {
  const path = error.instancePath.split('/').slice(1).map(unescaped)
  const extra: unknown = error.params.additionalProperty ?? error.params.propertyName
  const blamed = typeof extra === 'string' ? [...path, extra] : path
  return problemAt(lineOf(blamed), written(blamed), sentenceOf(error))
}

function unescaped(part: string): string | number {
  return /^\d+$/.test(part) ? Number(part) : part.replaceAll('~1', '/').replaceAll('~0', '~')
}

function sentenceOf({ keyword, params, message, parentSchema }: ErrorObject): string {
  if (keyword === 'additionalProperties') {
    const known = Object.keys((parentSchema?.properties as object | undefined) ?? {})
    return `is not known here; known are ${known.join(', ')}`
  }
  if (keyword === 'required') return `lacks "${params.missingProperty}"`
  if (keyword === 'enum') return `must be one of ${(params.allowedValues as string[]).join(', ')}`
  if (keyword === 'const') return `must be ${params.allowedValue}`
  if (keyword === 'type') return `must be ${params.type === 'string' ? 'a text' : `an ${params.type}`}`
  return message ?? 'is not as it must be'
}

function lineIn(document: Document, lines: LineCounter, path: Path): number {
  for (let length = path.length; length >= 0; length--) {
    const offset = offsetOf(document, path.slice(0, length))
    if (offset !== undefined) return lines.linePos(offset).line
  }
  return 0
}

/** Of the key where there is one, because a block's value begins on the next line. */
function offsetOf(document: Document, path: Path): number | undefined {
  const last = path.at(-1)
  const around = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents
  if (typeof last === 'string' && isMap(around)) {
    const pair = around.items.find(({ key }) => isScalar(key) && key.value === last)
    if (pair && isNode(pair.key)) return pair.key.range?.[0]
    return undefined
  }
  const node = path.length ? document.getIn(path, true) : document.contents
  return isNode(node) ? node.range?.[0] : undefined
}
