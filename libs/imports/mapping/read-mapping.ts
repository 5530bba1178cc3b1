/**
 * Reads a mapping file: YAML in which every scalar is text, checked against the schema. Problems name
 * the line and the path, and all are told at once.
 */

import { Ajv, type ErrorObject } from 'ajv'
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import type { Sentence, Values } from '#kernel'
import { MappingFault, type MappingProblem, MappingProblems } from '../problem.js'
import { unfit } from '../tabular/hygiene.js'
import { type FormText, formTexts } from './form-texts.js'
import type { Mapping } from './mapping.js'
import { formKeyword, mappingSchema } from './mapping-schema.js'
import { type MappingText, mappingTexts } from './mapping-texts.js'

export type Path = readonly (string | number)[]

/** Tells a problem at a path. */
export type Tell = (path: Path, sentence: Sentence) => void

/** One sentence about a mapping. */
export const ofMapping = (what: MappingText, values?: Values): Sentence => ({
  texts: mappingTexts[what],
  ...(values && { values }),
})

/** One sentence about the form of something in it. */
const ofForm = (what: FormText, values?: Values): Sentence => ({ texts: formTexts[what], ...(values && { values }) })

export interface MappingDocument {
  /** The mapping file's name, for problems. */
  file: string
  mapping: Mapping
  /** 1-based line of what stands at a path, or of the nearest thing around it. */
  lineOf(path: Path): number
}

const validate = new Ajv({ allErrors: true, verbose: true, strict: true, allowUnionTypes: true })
  .addVocabulary([formKeyword])
  .compile<Mapping>(mappingSchema)
const maxMappingCharacters = 1_000_000

/** Throws MappingFault with problems of form. */
export function readMapping(text: string, file: string): MappingDocument {
  refuseUnfit(text, file)
  const lines = new LineCounter()
  // Looked for below: the parser holds each key against all before it.
  const how = { schema: 'failsafe', uniqueKeys: false, prettyErrors: false } as const
  const document = parseDocument(text, { ...how, lineCounter: lines })
  const problems = new MappingProblems()
  for (const { message, pos } of document.errors)
    problems.add(() => problemAt(lines.linePos(pos[0]).line, '', ofMapping('not-yaml', { why: message })))
  for (const { name, offset } of saidTwice(document))
    problems.add(() => problemAt(lines.linePos(offset).line, name, ofMapping('said-twice')))
  problems.refuse(file)
  const lineOf = (path: Path) => lineIn(document, lines, path)
  const mapping: unknown = mappingIn(document, file)
  if (!validate(mapping)) {
    for (const error of validate.errors ?? []) {
      // What is wrong with a name is told where the name as a whole is.
      if (error.propertyName === undefined) problems.add(() => formProblem(error, lineOf))
    }
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
    throw new MappingFault(file, [problemAt(0, '', ofMapping('too-long'))])
  }
  const lines = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n')
  const at = lines.search(unfit)
  if (at < 0) return
  const line = lines.slice(0, at).split('\n').length
  throw new MappingFault(file, [problemAt(line, '', ofMapping('unfit-character'))])
}

function mappingIn(document: Document, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new MappingFault(file, [problemAt(0, '', ofMapping('not-yaml', { why }))])
  }
}

const problemAt = (line: number, path: string, sentence: Sentence): MappingProblem => ({ line, path, sentence })

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

function sentenceOf({ keyword, params, parentSchema }: ErrorObject): Sentence {
  if (keyword === 'additionalProperties') {
    const known = Object.keys((parentSchema?.properties as object | undefined) ?? {})
    return ofMapping('not-known-here', { known: known.join(', ') })
  }
  if (keyword === 'required') return ofMapping('lacks', { name: params.missingProperty })
  if (keyword === 'enum') return ofForm('one-of', { choices: (params.allowedValues as string[]).join(', ') })
  if (keyword === 'const') return ofForm('must-be', { value: params.allowedValue })
  const schema = (keyword === 'propertyNames' ? parentSchema?.propertyNames : parentSchema) as FormSchema | undefined
  return ofForm(
    schema?.[formKeyword] ?? (keyword === 'type' ? ofType[String(params.type)] : undefined) ?? ofSize(keyword),
  )
}

interface FormSchema {
  [formKeyword]?: FormText
}

/** Whatever else is bounded is a length, of a text or of a list. */
const ofSize = (keyword: string): FormText => (keyword === 'minLength' ? 'not-empty' : 'at-least-one')

/** By the types allowed, in the order of the schema. */
const ofType: Readonly<Record<string, FormText>> = {
  string: 'a-text',
  array: 'a-list',
  object: 'named-parts',
  'string,array': 'text-or-list',
  'string,object': 'text-or-parts',
  'string,object,array': 'text-or-parts',
  'object,array': 'parts-or-list',
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
