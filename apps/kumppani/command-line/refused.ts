/** A refusal of the program, as a person reads it: the sentence, then every place with its reason. */

import { say, type TextLanguage } from '#kernel'
import { ownLine } from './telling/lines.js'

export interface ReceivedProblem {
  code?: string
  detail?: string
  errors?: { path?: string; sentence: string }[]
  [more: string]: unknown
}

/** Answered alike to whoever may not, and to whoever asks for what is not there. */
const ofRights = [403, 404]
/** What the sentence says already, or only programs read. */
const told = ['type', 'title', 'status', 'code', 'detail', 'errors']

export class RefusedRequest extends Error {
  constructor(
    readonly status: number,
    readonly problem: ReceivedProblem,
    language: TextLanguage = 'en',
  ) {
    const sentence = problem.detail ?? say(ownLine('answered', { status }), language)
    super([sentence, ...placesIn(problem), ...furtherIn(problem)].join('\n  '))
    this.name = 'Refused'
  }

  /** The same, saying for whom: the command line acts as somebody else when told. */
  of(member: string, language: TextLanguage): RefusedRequest {
    const { detail, code } = this.problem
    if (code === 'subject-unknown') return this.saying(say(ownLine('no-member', { member }), language))
    if (!ofRights.includes(this.status)) return this
    return this.saying(say(ownLine('acting-as', { detail, member }), language))
  }

  private saying(detail: string): RefusedRequest {
    return new RefusedRequest(this.status, { ...this.problem, detail })
  }
}

const placesIn = ({ errors = [] }: ReceivedProblem): string[] =>
  errors.map(({ path = '', sentence }) => (sentence.includes(path) ? sentence : `${path}: ${sentence}`))

const furtherIn = (problem: ReceivedProblem): string[] =>
  Object.entries(problem)
    .filter(([name]) => !told.includes(name))
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
