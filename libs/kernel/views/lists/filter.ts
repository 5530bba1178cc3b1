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
    if (!match) return wrong('unfinished', { at: at + 1 })
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
    if (this.at < this.tokens.length) return wrong('and-or', { found: this.peek() })
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
    if (++this.depth > 40) return wrong('too-deep')
    const negated = this.skip('not')
    const where = negated ? { not: this.single() } : this.skip('(') ? this.closed(this.any()) : this.condition()
    this.depth--
    return where
  }

  private condition(): Where {
    const name = this.word('field')
    const { fields, zone, ask } = this.asked
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (!field) return wrong('none-of', { found: name, choices: Object.keys(fields).join(', ') })
    const operator = this.word('operator', name) as Operator
    if (!operators.includes(operator)) return wrong('none-of', { found: operator, choices: operators.join(', ') })
    const values = operator === 'in' ? this.list(name) : [this.next('value-missing', name)]
    return conditionOf({ name, field, operator, zone, ask }, values)
  }

  private list(name: string): string[] {
    if (!this.skip('(')) return wrong('no-list', { name })
    const values = [this.next('value-missing', name)]
    while (this.skip(',')) values.push(this.next('value-missing', name))
    return this.closed(values)
  }

  private closed<T>(inner: T): T {
    return this.skip(')') ? inner : wrong('not-closed')
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

  private word(what: 'field' | 'operator', name?: string): string {
    return this.tokens[this.at]?.isQuoted ? wrong(`${what}-quoted`, { name }) : this.next(`${what}-missing`, name)
  }

  /** @param why where nothing stands there; `name` is the field that it is about */
  private next(why: 'field-missing' | 'operator-missing' | 'value-missing', name?: string): string {
    const here = this.tokens[this.at]
    if (!here || (!here.isQuoted && '(),'.includes(here.text))) return wrong(why, { name })
    this.at++
    return here.text
  }
}
