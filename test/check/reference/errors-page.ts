/** Every refusal as a page: its code, the status it is answered with, and what it tells a person. */

import { inputProblems, type Registry, type Slice, withoutPlaces } from '#kernel'
import type { Procedure } from '#operations/procedures/procedure.js'
import { interfaceProblems } from '#platform/http/problems/interface-problems.js'
import { statusOf } from '#platform/http/problems/problem.js'
import { code, generatedNote, table } from './markdown.js'

export function errorsPage(
  registry: Registry,
  kernel: Slice['refusals'][number],
  procedures: readonly Procedure[],
): string {
  const own = Object.entries(interfaceProblems).map(([name, [status, texts]]) => [code(name), `${status}`, texts.en])
  const known: ReadonlySet<string> = new Set(Object.keys(registry.refusals))
  const ofProcedures = Object.fromEntries(
    procedures.flatMap(({ refusals = {} }) => Object.entries(refusals).filter(([name]) => !known.has(name))),
  )
  const refusing = registry.slices.filter((slice) => slice.refusals.length > 0)
  return [
    generatedNote,
    '# Refusals',
    'Every refusal is answered as `application/problem+json` with a stable `code` for programs and a sentence in `detail` for people. `invalid-input` lists the fields in `errors`. Codes do not change their meaning.',
    '## The interface',
    'Before anything was decided.',
    rows(own),
    '### Fields',
    'What `invalid-input` says of a field in `errors`: where it stands (`path`), what is wrong with it (`code`), and in a sentence.',
    table(
      ['code', 'the field …'],
      inputProblems().map(([name, texts]) => [code(name), texts.en]),
    ),
    '## Any command or page',
    rows(ofTexts([kernel])),
    ...refusing.flatMap(({ name, about, refusals }) => [`## ${name}`, about, rows(ofTexts(refusals))]),
    '## Work on the installation',
    'Imports, erasure, backups, rebuilds.',
    rows(ofTexts([{ texts: ofProcedures }])),
    '',
  ].join('\n\n')
}

const rows = (cells: string[][]): string => table(['code', 'status', 'what it says'], cells)

const ofTexts = (lists: Slice['refusals']): string[][] =>
  lists.flatMap(({ texts }) =>
    Object.entries(texts).map(([name, [kind, texts]]) => [code(name), `${statusOf[kind]}`, withoutPlaces(texts.en)]),
  )
