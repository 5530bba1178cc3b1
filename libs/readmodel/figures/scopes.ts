/**
 * Who may read which figures: by unit every reader; by member each their own, a manager those of the
 * own units, a member the sum of the team. One question becomes as many as its reader's rights have parts.
 */
import { type FigureQuestion, type FigureReading, type Filters, refuse } from '#kernel'

export interface Scope {
  question: FigureQuestion
  /** The figures are the sum over members of the reader's team. */
  team: boolean
  /** Members that another scope of the same answer shows. */
  without?: string
}

/** @throws DomainError `not-allowed` when nothing of what is asked may be read */
export function scopesOf(question: FigureQuestion, reader: { member: string; reading: FigureReading }): Scope[] {
  const { reading, member } = reader
  if (!reading.units) return refuse('not-allowed')
  const asked = question.filters?.member
  const managed = within(question.filters?.unit, reading.members)
  if (reading.members.has('*')) return [{ question, team: false }]
  if (!question.by.includes('member')) {
    if (asked === undefined || asked.every((each) => each === member)) return [{ question, team: false }]
    return managed.length > 0
      ? [{ question: narrowed(question, { unit: managed }), team: false }]
      : refuse('not-allowed')
  }
  const scopes: Scope[] = []
  if (asked === undefined || asked.includes(member))
    scopes.push({ question: narrowed(question, { member: [member] }), team: false })
  if (managed.length > 0) scopes.push({ question: narrowed(question, { unit: managed }), team: false, without: member })
  const teams = within(question.filters?.unit, reading.teams)
  if (teams.length > 0 && asked === undefined) scopes.push({ question: ofTeam(question, teams), team: true })
  return scopes.length > 0 ? scopes : refuse('not-allowed')
}

const narrowed = (question: FigureQuestion, filters: Filters): FigureQuestion => ({
  ...question,
  filters: { ...question.filters, ...filters },
})

function ofTeam(question: FigureQuestion, teams: readonly string[]): FigureQuestion {
  return { ...narrowed(question, { unit: teams }), by: question.by.filter((by) => by !== 'member') }
}

/** The units asked for that are among those granted. */
function within(asked: readonly string[] | undefined, granted: ReadonlySet<string>): string[] {
  return asked === undefined ? [...granted] : asked.filter((unit) => granted.has(unit))
}
