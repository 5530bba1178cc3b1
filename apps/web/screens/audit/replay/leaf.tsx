/** A single value of an event or a document. */
import { PersonalValue } from '../../../components/name.js'
import { useFormats, useTexts } from '../../../language/language.js'
import styles from '../audit.module.css'
import { replayTexts } from '../texts/replay-texts.js'
import type { Leaf } from './fields.js'

const isInstant = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value)

export function LeafValue({ of }: { of: Leaf | undefined }) {
  const say = useTexts(replayTexts)
  const formats = useFormats()
  if (of === undefined)
    return (
      <abbr className={styles.nothing} title={say('nothing')}>
        –
      </abbr>
    )
  if (isInstant(of)) return <time dateTime={of}>{formats.moment(of)}</time>
  if (of !== null && typeof of === 'object') return <PersonalValue of={of} />
  return String(of)
}
