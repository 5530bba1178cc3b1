/**
 * The filters of lists, as a person types them:
 * `sector eq marine and (country in (FI, SE) or employees ge 50) and not name starts 'Hotel M'`.
 */
import type { Where } from '../../ports/read-models/read-store.js'
import { conditionOf, type Operator, operators, wrong } from './conditions.js'
import type { ListFields } from './list-shape.js'

const token = /\s*(?:'((?:[^']|'')*)'|([(),])|([^\s(),']+))/y

interface Token {
  text: string
  isQuoted: boolean
}

function tokensOf(filter: string): Token[] {
  const tokens: Token[] = []
  token.lastIndex = 0
  while (token.lastIndex < filter.trimEnd().length) {
    const at = token.lastIndex
    const match = token.exec(filter)
    if (!match) return wrong(`character ${at + 1} begins a text that has no end`)
    const [, quoted, mark, word] = match
    tokens.push({ text: quoted?.replaceAll("''", "'") ?? mark ?? word ?? '', isQuoted: quoted !== undefined })
  }
  return tokens
}

export interface FilterAsked {
  fields: ListFields
  /** In which days begin and end. */
  zone: string
  ask: unknown
}

/** @throws InvalidInput saying what is wrong where */
export function filterOf(filter: string, asked: FilterAsked): Where {
  return new Reader(tokensOf(filter), asked).read()
}

class Reader {
  private at = 0
  private depth = 0

  constructor(
    private readonly tokens: readonly Token[],
    private readonly asked: FilterAsked,
  ) {}

  read(): Where {
    const where = this.any()
    if (this.at < this.tokens.length) return wrong(`"${this.peek()}" stands where "and" or "or" is expected`)
    return where
  }

  private any(): Where {
    const parts = [this.every()]
    while (this.skip('or')) parts.push(this.every())
    return parts.length === 1 ? (parts[0] as Where) : { or: parts }
  }

  private every(): Where {
    const parts = [this.single()]
    while (this.skip('and')) parts.push(this.single())
    return parts.length === 1 ? (parts[0] as Where) : { and: parts }
  }

  private single(): Where {
    if (++this.depth > 40) return wrong('it is nested too deeply')
    const negated = this.skip('not')
    const where = negated ? { not: this.single() } : this.skip('(') ? this.closed(this.any()) : this.condition()
    this.depth--
    return where
  }

  private condition(): Where {
    const name = this.word('a field')
    const { fields, zone, ask } = this.asked
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (!field) return wrong(`"${name}" is none of ${Object.keys(fields).join(', ')}`)
    const operator = this.word(`an operator after ${name}`) as Operator
    if (!operators.includes(operator)) return wrong(`"${operator}" is none of ${operators.join(', ')}`)
    const values = operator === 'in' ? this.list(name) : [this.next(`a value for ${name}`)]
    return conditionOf({ name, field, operator, zone, ask }, values)
  }

  private list(name: string): string[] {
    if (!this.skip('(')) return wrong(`"in" wants values in brackets: ${name} in (a, b)`)
    const values = [this.next(`a value for ${name}`)]
    while (this.skip(',')) values.push(this.next(`a value for ${name}`))
    return this.closed(values)
  }

  private closed<T>(inner: T): T {
    return this.skip(')') ? inner : wrong('a bracket is not closed')
  }

  private peek(): string | undefined {
    return this.tokens[this.at]?.text
  }

  private skip(text: string): boolean {
    const here = this.tokens[this.at]
    if (!here || here.isQuoted || here.text !== text) return false
    this.at++
    return true
  }

  private word(what: string): string {
    return this.tokens[this.at]?.isQuoted ? wrong(`${what} stands in quotes`) : this.next(what)
  }

  private next(what: string): string {
    const here = this.tokens[this.at]
    if (!here || (!here.isQuoted && '(),'.includes(here.text))) return wrong(`${what} is missing`)
    this.at++
    return here.text
  }
}
