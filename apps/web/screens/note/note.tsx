/** A sheet to write down what happened: one text, and beside it whom, how and when it was, guessed as far as it goes. */
import { useRouterState } from '@tanstack/react-router'
import { type FormEvent, useEffect, useId, useState } from 'react'
import type { Schemas } from '../../api/questions.js'
import { Button } from '../../components/button.js'
import { Sheet } from '../../components/sheet.js'
import { useLanguage, useTexts } from '../../language/language.js'
import { momentTyped } from '../../language/when.js'
import { useMe } from '../../reader/me.js'
import { unitsRecordedFor } from '../../reader/rights.js'
import { begun, type Draft, draftOf, forget, keep, left, type NoteKind, noteKinds, peopleOf } from './draft.js'
import { Kinds } from './kinds.js'
import styles from './note.module.css'
import { recordAt } from './reading/guess.js'
import { useGuesses } from './reading/guesses.js'
import { type Note, useSend } from './send.js'
import { Sent } from './sent.js'
import { nextStarter, Starters } from './starters.js'
import { noteTexts } from './texts.js'
import { Unit, When, Whom } from './whom.js'

export interface NoteSheetProps {
  onClose(): void
  onRecorded(note: Note, answer: Schemas['WriteAnswer']): void
}

/** The note of this tab: every change is kept at once. */
function useDraft() {
  const me = useMe()
  const here = useRouterState({
    select: ({ location }) => recordAt(location.pathname, location.search as Readonly<Record<string, unknown>>),
  })
  const [draft, setDraft] = useState(() => draftOf(me.id, here))
  const change = (to: Partial<Draft>) => {
    const changed = { ...draft, ...to }
    if (changed.text === '') forget(me.id)
    else keep(changed, me.id)
    setDraft(changed)
  }
  return { me, draft, change }
}

export function NoteSheet({ onClose, onRecorded }: NoteSheetProps) {
  const say = useTexts(noteTexts)
  const { me, draft, change } = useDraft()
  useEffect(() => begun(me.id), [me.id])
  const leave = () => {
    left()
    onClose()
  }
  const guesses = useGuesses(draft)
  const send = useSend(me.id, (note, answer) => {
    left()
    onRecorded(note, answer)
  })
  const language = useLanguage()
  const [isAsked, setAsked] = useState(false)
  const units = unitsRecordedFor(me)
  const when = momentTyped(draft.when, { language, zone: me.timeZone, now: new Date() })
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    setAsked(true)
    const unit = draft.unit ?? units[0]?.id
    const { customer } = guesses
    if (!customer || !unit || when === null || draft.text.trim() === '' || send.isPending) return
    send.mutate({ draft, customer, people: peopleOf(draft, guesses.named), unit, occurredAt: when })
  }
  const choose = (kind: NoteKind) => change({ kind })
  const begin = () => change({ startedBy: nextStarter(draft.startedBy) })
  return (
    <Sheet title={say('title')} onClose={leave}>
      <form className={styles.note} onSubmit={submit} onKeyDown={(event) => onKey(event, { choose, begin, submit })}>
        {/* Whoever writes goes on meanwhile, and keeps the focus. */}
        <fieldset className={styles.all} aria-busy={send.isPending}>
          <Kinds chosen={draft.kind} onChoose={choose} />
          <Words draft={draft} change={change} />
          <div className={styles.parts}>
            <Whom draft={draft} change={change} guesses={guesses} isAsked={isAsked} />
            <When draft={draft} change={change} when={when} />
            <Unit draft={draft} change={change} units={units} />
          </div>
          <Starters chosen={draft.startedBy} onChoose={(startedBy) => change({ startedBy })} />
          <Sent of={send} onAnother={() => change({ key: crypto.randomUUID() })} />
          <div className={styles.actions}>
            <Button type="submit" primary shortcut="Ctrl ↵" disabled={draft.text.trim() === ''}>
              {say(send.isError && !send.isPending ? 'again' : 'send')}
            </Button>
          </div>
        </fieldset>
      </form>
    </Sheet>
  )
}

interface KeyPressed {
  key: string
  code: string
  altKey: boolean
  ctrlKey: boolean
  metaKey: boolean
  preventDefault(): void
}

/** Alt and a digit choose the kind, Alt and 0 who began it, Ctrl or ⌘ and Enter send. */
function onKey(event: KeyPressed, does: { choose(kind: NoteKind): void; begin(): void; submit(): void }) {
  // By the place of the key: with Alt, some keyboards write another sign.
  const kind = event.altKey ? noteKinds[Number(/^Digit(\d)$/.exec(event.code)?.[1]) - 1] : undefined
  if (kind) {
    event.preventDefault()
    does.choose(kind)
  }
  if (event.altKey && event.code === 'Digit0') {
    event.preventDefault()
    does.begin()
  }
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  event.preventDefault()
  does.submit()
}

function Words({ draft, change }: { draft: Draft; change(to: Partial<Draft>): void }) {
  const say = useTexts(noteTexts)
  const id = useId()
  return (
    <div className={styles.words}>
      <label htmlFor={id}>{say('text')}</label>
      <textarea
        id={id}
        rows={3}
        maxLength={20_000}
        placeholder={say('textHint')}
        value={draft.text}
        onChange={({ target }) => change({ text: target.value })}
      />
    </div>
  )
}
