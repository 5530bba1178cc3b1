/** What an event says, field by field, in words. */

import { PersonalValue } from '../../components/name.js'
import { capital, useWords } from '../../components/words.js'
import { useFormats, useLanguage, useTexts } from '../../language/language.js'
import { EventLink } from '../event-link.js'
import { historyTexts } from '../texts.js'
import styles from './event.module.css'
import type { SaidField, ValueSaid } from './said-values.js'

export interface SaidFieldsProps {
  fields: readonly SaidField[]
  /** Names of members and customers by id. */
  names: ReadonlyMap<string, string>
  /** ISO 639-1, in which it is written. */
  language: string | undefined
}

export function SaidFields({ fields, ...rest }: SaidFieldsProps) {
  const words = useWords()
  return (
    <dl className={styles.fields}>
      {fields.map(({ field, said }) => (
        <div key={field}>
          <dt>{words.of('field', field)}</dt>
          <dd>
            <SaidValue said={said} {...rest} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

export interface SaidValueProps extends Omit<SaidFieldsProps, 'fields'> {
  said: ValueSaid
}

export function SaidValue({ said, ...rest }: SaidValueProps) {
  const say = useTexts(historyTexts)
  const read = useLanguage()
  if (said.as === 'gone') return <PersonalValue of={said.value} />
  if (said.as === 'fields') return <SaidFields fields={said.fields} {...rest} />
  if (said.as === 'record') return <EventLink to={said.stream}>{say('openRecord')}</EventLink>
  if (said.as === 'list') {
    return (
      <ul className={styles.values}>
        {said.values.map((each, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was recorded never moves
          <li key={place}>
            <SaidValue said={each} {...rest} />
          </li>
        ))}
      </ul>
    )
  }
  if (said.as === 'text') {
    return <span lang={rest.language === read ? undefined : rest.language}>{said.value}</span>
  }
  return <PlainValue said={said} names={rest.names} />
}

type Plain = Exclude<ValueSaid, { as: 'gone' | 'fields' | 'record' | 'list' | 'text' }>

function PlainValue({ said, names }: { said: Plain; names: ReadonlyMap<string, string> }) {
  const say = useTexts(historyTexts)
  const formats = useFormats()
  const words = useWords()
  switch (said.as) {
    case 'day':
      return formats.day(said.value)
    case 'moment':
      return formats.moment(said.value)
    case 'id':
      return names.get(said.value) ?? said.value
    case 'country':
      return formats.country(said.value)
    case 'language':
      return formats.languageName(said.value)
    case 'word':
      return capital(words.of(said.set, said.value))
    case 'number':
      return formats.number(said.value)
    case 'share':
      return formats.share(said.value)
    case 'money':
      return formats.money(said.minor, said.currency)
    case 'flag':
      return say(said.value ? 'yes' : 'no')
  }
}
