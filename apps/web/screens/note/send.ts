/** Sends a note: at once, again under the same key where nothing came back, and until then nothing of it is lost. */
import { useMutation } from '@tanstack/react-query'
import { answered, client, Refused, reader, readerHeader } from '../../api/client.js'
import { askAnew, type Schemas } from '../../api/questions.js'
import { type Chosen, type Draft, type NoteKind, settle } from './draft.js'

export interface Note {
  draft: Draft
  customer: Chosen
  people: readonly Chosen[]
  unit: string
  /** ISO day or instant; now when absent. */
  occurredAt: string | undefined
}

const patience = 3
const firstPauseMs = 1000

type Answer = Schemas['WriteAnswer']
type Body = Schemas['TouchpointRecordNote']

const post = client.POST as (
  path: `/api/v1/touchpoints/${NoteKind}`,
  init: { params: { header: { 'Idempotency-Key': string } }; headers: Record<string, string>; body: Body },
) => Promise<{ data?: Answer; error?: unknown; response: Response }>

const bodyOf = ({ draft, customer, people, unit, occurredAt }: Note): Body => ({
  customers: [customer.id],
  unit,
  note: draft.text.trim(),
  ...(people.length > 0 && { contacts: people.map(({ id }) => id) }),
  ...(draft.startedBy && { startedBy: draft.startedBy }),
  ...(occurredAt !== undefined && { occurredAt }),
})

/** @param member whose tab keeps it until it is recorded */
export function useSend(member: string, onRecorded: (note: Note, answer: Answer) => void) {
  return useMutation({
    mutationFn: (note: Note) =>
      answered(
        post(`/api/v1/touchpoints/${note.draft.kind}`, {
          params: { header: { 'Idempotency-Key': note.draft.key } },
          // Whoever else reads here when it is sent again has not written it.
          headers: { [readerHeader]: member },
          body: bodyOf(note),
        }),
      ),
    retry: (failures, error) => !(error instanceof Refused) && failures < patience,
    retryDelay: (failures) => firstPauseMs * 2 ** failures,
    onSuccess: (answer, note) => {
      const isAll = settle(member, note.draft)
      // What is asked from here on has seen it.
      reader.after = answer.position
      askAnew()
      if (isAll) onRecorded(note, answer)
    },
  })
}
