/** A refusal of the program, as a person reads it: the sentence, then every place with its reason. */

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
  ) {
    const sentence = problem.detail ?? `the program answered ${status}`
    super([sentence, ...placesIn(problem), ...furtherIn(problem)].join('\n  '))
    this.name = 'Refused'
  }

  /** The same, saying for whom: the command line acts as somebody else when told. */
  of(member: string): RefusedRequest {
    const { detail, code } = this.problem
    if (code === 'subject-unknown') return this.saying(`there is no member ${member}`)
    if (!ofRights.includes(this.status)) return this
    return this.saying(`${detail} (acting as ${member}; say --as <member> for another)`)
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
