/** The head of a list on a phone, where there are no columns to press: by what it is sorted. */
import { useTexts } from '../../language/language.js'
import { Choice } from '../filter/choice.js'
import styles from './table.module.css'
import { tableTexts } from './texts.js'

export interface SortChoiceProps {
  /** Of the list. */
  label: string
  columns: readonly { head: string; sort?: string }[]
  sort: string | undefined
  onSort: ((sort: string) => void) | undefined
}

export function SortChoice({ label, columns, sort, onSort }: SortChoiceProps) {
  const say = useTexts(tableTexts)
  const options = columns.flatMap(({ head, sort: field }) =>
    field === undefined
      ? []
      : [
          { code: field, word: `${head} ↑` },
          { code: `-${field}`, word: `${head} ↓` },
        ],
  )
  const isSorting = onSort !== undefined && options.length > 0
  const isListed = options.some(({ code }) => code === sort)
  return (
    <th scope="col" className={isSorting ? styles.order : styles.unsaid}>
      {isSorting ? (
        <Choice
          label={say('order')}
          value={sort ?? ''}
          options={isListed ? options : [{ code: sort ?? '', word: say('order') }, ...options]}
          onChange={onSort}
        />
      ) : (
        label
      )}
    </th>
  )
}
