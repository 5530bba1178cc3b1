/** Every code that an answer may carry, with its status and sentence: those of the interface, then those of the business. */
import type { Registry } from '#kernel'
import { interfaceProblems, statusOf } from './problem.js'

export interface ExplainedProblem {
  code: string
  status: number
  sentence: string
}

export function problemsOf(registry: Pick<Registry, 'refusals'>): ExplainedProblem[] {
  const own = Object.entries(interfaceProblems).map(([code, [status, sentence]]) => ({ code, status, sentence }))
  const ofBusiness = Object.entries(registry.refusals)
    .filter(([code]) => !Object.hasOwn(interfaceProblems, code))
    .map(([code, [kind, sentence]]) => ({ code, status: statusOf[kind], sentence }))
  return [...own, ...ofBusiness]
}
