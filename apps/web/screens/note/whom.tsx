/** Whom it was about, when it was, and for which unit it is recorded. */
import { useId, useState } from 'react'
import { useFormats, useTexts } from '../../language/language.js'
import type { Typed } from '../../language/when.js'
import type { Draft } from './draft.js'
import { peopleOf } from './draft.js'
import styles from './note.module.css'
import { Pick } from './pick.js'
import { type Guesses, peopleNamed, useCustomersNamed } from './reading/guesses.js'
import { noteTexts } from './texts.js'

interface PartProps {
  draft: Draft
  change(to: Partial<Draft>): void
}

export function Whom({ draft, change, guesses, isAsked }: PartProps & { guesses: Guesses; isAsked: boolean }) {
  const say = useTexts(noteTexts)
  const [customerTyped, setCustomerTyped] = useState('')
  const [personTyped, setPersonTyped] = useState('')
  const customers = useCustomersNamed(customerTyped)
  const { customer, named, people } = guesses
  const met = peopleOf(draft, named)
  const isByHand = (id: string) => draft.people.some((one) => one.id === id)
  return (
    <>
      <Pick
        label={say('customer')}
        hint={say('customerHint')}
        chosen={customer ? [{ ...customer, isGuess: draft.customer === undefined }] : []}
        onDrop={() => change({ customer: null, people: [], notMeant: [] })}
        field={
          customer
            ? undefined
            : {
                text: customerTyped,
                onText: setCustomerTyped,
                offered: customers,
                onPick: (one) => change({ customer: one }),
                focused: draft.customer === null || isAsked,
              }
        }
        error={isAsked && !customer ? say('customerMissing') : undefined}
      />
      <Pick
        label={say('people')}
        hint={say('peopleHint')}
        chosen={met.map((one) => ({ ...one, isGuess: !isByHand(one.id) }))}
        onDrop={(id) =>
          change({ people: draft.people.filter((one) => one.id !== id), notMeant: [...draft.notMeant, id] })
        }
        field={{
          text: personTyped,
          onText: setPersonTyped,
          offered: peopleNamed(personTyped, people),
          onPick: (one) =>
            change({ people: [...draft.people, one], notMeant: draft.notMeant.filter((id) => id !== one.id) }),
        }}
      />
    </>
  )
}

export function When({ draft, change, when }: PartProps & { when: Typed }) {
  const say = useTexts(noteTexts)
  const formats = useFormats()
  const id = useId()
  const read = when === undefined ? say('now') : when === null ? say('whenUnread') : formats.moment(when)
  return (
    <div className={styles.part}>
      <label htmlFor={id}>{say('when')}</label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        placeholder={say('whenHint')}
        value={draft.when}
        aria-invalid={when === null}
        aria-describedby={`${id}-read`}
        onChange={({ target }) => change({ when: target.value })}
      />
      <p id={`${id}-read`} className={when === null ? styles.error : styles.quiet}>
        {read}
      </p>
    </div>
  )
}

export function Unit({ draft, change, units }: PartProps & { units: readonly { id: string; name?: string }[] }) {
  const say = useTexts(noteTexts)
  if (units.length < 2) return null
  return (
    <label className={styles.part}>
      <span>{say('unit')}</span>
      <select value={draft.unit ?? units[0]?.id} onChange={({ target }) => change({ unit: target.value })}>
        {units.map(({ id, name }) => (
          <option key={id} value={id}>
            {name ?? id}
          </option>
        ))}
      </select>
    </label>
  )
}
