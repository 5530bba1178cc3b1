/** A very small business, for specs of the interface: notes about customers, written and settled. */
import {
  Choice,
  Code,
  command,
  defineDecider,
  defineEvents,
  defineQuery,
  defineRefusals,
  defineResource,
  defineSlice,
  defineView,
  Flag,
  type Guarded,
  history,
  Id,
  Ids,
  Integer,
  Label,
  ListOf,
  Optional,
  refuse,
  registryOf,
  Text,
} from '#kernel'

class NoteWritten {
  @Id('customer') customer!: string
  @Label() title!: Guarded<string>
  @Optional() @Text({ max: 200 }) text?: Guarded<string>
}
class NoteSettled {}

const noteEvents = defineEvents('note', {
  written: { payload: NoteWritten, version: 1, examples: [{ customer: 'acme', title: 'Cold room', text: 'It hums.' }] },
  settled: { payload: NoteSettled, version: 1, examples: [{}] },
})

interface NoteState {
  status: 'none' | 'open' | 'settled'
  customer: string
}

const refuseNote = defineRefusals({ 'note-settled': ['rule', 'This note has been settled already.'] })

const label = { en: 'Notes', fi: 'Muistiot', sv: 'Anteckningar', de: 'Notizen', nb: 'Notater' }
const notesResource = defineResource({ name: 'history', label, about: 'Notes.', writes: { member: 'own' } })

const note = defineDecider<NoteState>()(noteEvents, {
  name: 'note',
  resource: notesResource,
  initial: { status: 'none', customer: '' },
  evolve: {
    written: (_, { data }) => ({ status: 'open', customer: data.customer }),
    settled: (state) => ({ ...state, status: 'settled' }),
  },
  allows: ({ status }, { type }) => type !== 'note.settled' || status === 'open',
  filedIn: ({ customer }) => ({ customers: [customer], contacts: [] }),
  commands: {
    write: command(NoteWritten, { route: 'POST /notes', about: 'Write a note.', creates: true }, (c) => [
      noteEvents.written(c),
    ]),
    settle: command(
      NoteSettled,
      { route: 'POST /notes/:id/settle', about: 'Settle a note.' },
      (c, state: NoteState) => {
        if (state.status === 'none') refuse('not-found')
        return state.status === 'open' ? [noteEvents.settled(c)] : refuseNote('note-settled')
      },
    ),
  },
})

class ShownNote {
  @Id('note') id!: string
  @Label() title!: Guarded<string>
  @Optional() @Text({ max: 200 }) text?: Guarded<string>
  @Flag() settled!: boolean
}

class NotesQuery {
  @Optional() @Integer({ min: 1, max: 50 }) limit?: number
  @Optional() @Flag() settled?: boolean
  @Optional() @Ids('note') among?: string[]
  @Optional() @Choice(['title', 'time']) sort?: 'title' | 'time'
  @Optional() @Code() cursor?: string
}

class NotesAnswer {
  @ListOf(ShownNote) notes!: ShownNote[]
}

/** The customers that something was noted about. */
const notedCustomers = defineView<{ customer: string }>()({
  name: 'noted-customers',
  version: 1,
  keyedBy: 'partition',
  of: [noteEvents],
  on: {
    'note.written': (_, { customer }) => ({ customer }),
    'note.settled': (_, { customer }) => ({ customer }),
  },
})

/** The notes of a customer, at any moment. */
const notes = defineQuery<NotesQuery, NotesAnswer>({
  name: 'notes',
  about: 'What was noted about a customer?',
  route: '/customers/:id/notes',
  query: NotesQuery,
  answer: NotesAnswer,
  past: { param: 'id', of: notedCustomers },
  read: async ({ params, query, journals, moment, open }) => {
    const events = await journals.events({ kind: 'customer', ids: [params.id ?? ''] })
    const found = new Map<string, ShownNote>()
    for (const { type, entity, data } of history(events, { ...moment, zones: () => 'UTC' })) {
      const known = found.get(entity)
      if (type === 'note.settled' && known) found.set(entity, { ...known, settled: true })
      else if (type === 'note.written') found.set(entity, shownNote(entity, open(data) as unknown as NoteWritten))
    }
    const wanted = [...found.values()].filter(({ id }) => query.among?.includes(id) ?? true)
    return { notes: wanted.slice(0, query.limit) }
  },
})

const shownNote = (id: string, { title, text }: NoteWritten): ShownNote => ({
  id,
  title,
  ...(text !== undefined && { text }),
  settled: false,
})

class Weather {
  @Label() sky!: string
}
class WeatherQuery {}

/** A query that shows only the present, and fails when the sky falls. */
const weather = defineQuery<WeatherQuery, Weather>({
  name: 'weather',
  about: 'How is the sky?',
  route: '/weather/:place',
  query: WeatherQuery,
  answer: Weather,
  read: async ({ params }) => {
    if (params.place === 'falling') throw new TypeError('the sky fell on Aino')
    return { sky: 'clear' }
  },
})

const notesSlice = defineSlice({
  resources: [notesResource],
  name: 'notes',
  about: 'What people noted.',
  events: [noteEvents],
  deciders: [note],
  views: [notedCustomers],
  queries: [notes, weather],
})

export const notesRegistry = registryOf([notesSlice])
