/** Every code that an answer may carry, with its status and sentence: of the interface, the business and the procedures. */

import { type Registry, type Texts, withoutPlaces } from '#kernel'
import type { Procedure } from '#operations'
import { interfaceProblems } from './interface-problems.js'
import { statusOf } from './problem.js'

export interface ExplainedProblem {
  code: string
  status: number
  sentence: string
}

/** @throws Error when the business gives a code of the interface another meaning */
export function procedureProblemsOf(
  registry: Pick<Registry, 'refusals'>,
  procedures: readonly Pick<Procedure, 'refusals'>[] = [],
): ExplainedProblem[] {
  const own = Object.entries(interfaceProblems).map(([code, [status, texts]]) => explained(code, status, texts))
  const texts = Object.assign({}, registry.refusals, ...procedures.map(({ refusals }) => refusals))
  const others = Object.entries(texts as Registry['refusals'])
  const clash = others.find(([code]) => Object.hasOwn(interfaceProblems, code))
  if (clash) throw new Error(`the refusal ${clash[0]} has the code of a problem of the interface`)
  return [...own, ...others.map(([code, [kind, texts]]) => explained(code, statusOf[kind], texts))]
}

/** Documents speak English. */
const explained = (code: string, status: number, texts: Texts): ExplainedProblem => ({
  code,
  status,
  sentence: withoutPlaces(texts.en),
})
