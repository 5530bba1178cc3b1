/**
 * Who may read which figures: by unit every reader; by member each their own, a manager those of the
 * own units, a member the sum of the team. One question becomes as many as its reader's rights have parts.
 */
import { type FigureQuestion, type FigureReading, type Filters, refuse } from '#kernel'

export interface FigureScope {
  question: FigureQuestion
  /** The figures are the sum over members of the reader's team. */
  team: boolean
  /** Members that another scope of the same answer shows. */
  without?: string
}

interface Reader {
  member: string
  reading: FigureReading
}

/** @throws DomainError `not-allowed` when nothing of what is asked may be read */
export function scopesOf(question: FigureQuestion, reader: Reader): FigureScope[] {
  const { units, members, teams } = reader.reading
  if (!units) return refuse('not-allowed')
  if (question.ofTeam) return [ofTeamAlone(question, reader)]
  const asksMembers = question.filters?.member !== undefined || question.by.includes('member')
  if (!asksMembers || members.has('*')) return [{ question, team: false }]
  if (members.size === 0 && teams.size === 0) return refuse('not-allowed')
  return question.by.includes('member')
    ? memberByMember(question, reader)
    : [{ question: ofNamed(question, reader), team: false }]
}

/** Some members together: oneself, or those of the units one manages. */
function ofNamed(question: FigureQuestion, { member, reading }: Reader): FigureQuestion {
  if (question.filters?.member?.every((each) => each === member)) return question
  const managed = within(question.filters?.unit, reading.members)
  return managed.length > 0 ? narrowed(question, { unit: managed }) : refuse('not-allowed')
}

/** Oneself everywhere, the others of the units one manages, and the team of the units one only works for. */
function memberByMember(question: FigureQuestion, reader: Reader): FigureScope[] {
  const { member } = reader
  const asked = question.filters?.member
  const managed = within(question.filters?.unit, reader.reading.members)
  const teams = teamsIn(question, reader)
  const scopes: FigureScope[] = []
  if (asked === undefined || asked.includes(member))
    scopes.push({ question: narrowed(question, { member: [member] }), team: false })
  if (managed.length > 0) scopes.push({ question: narrowed(question, { unit: managed }), team: false, without: member })
  if (teams.length > 0) scopes.push({ question: ofTeam(question, teams), team: true })
  return scopes.length > 0 ? scopes : refuse('not-allowed')
}

const narrowed = (question: FigureQuestion, filters: Filters): FigureQuestion => ({
  ...question,
  filters: { ...question.filters, ...filters },
})

function ofTeamAlone(question: FigureQuestion, reader: Reader): FigureScope {
  const teams = teamsIn(question, reader)
  if (teams.length === 0) return refuse('not-allowed')
  return { question: ofTeam(question, teams), team: question.by.includes('member') }
}

/** The units of whose members the reader sees the sum alone; none where somebody asks for some of them. */
const teamsIn = ({ filters }: FigureQuestion, { reading }: Reader): string[] =>
  filters?.member === undefined ? within(filters?.unit, reading.teams.difference(reading.members)) : []

function ofTeam(question: FigureQuestion, teams: readonly string[]): FigureQuestion {
  return { ...narrowed(question, { unit: teams }), by: question.by.filter((by) => by !== 'member') }
}

/** The units asked for that are among those granted. */
function within(asked: Filters[string] | undefined, granted: ReadonlySet<string>): string[] {
  return asked === undefined ? [...granted] : asked.filter((unit) => unit !== null).filter((unit) => granted.has(unit))
}
