/** What a deal offers, line by line. */
import type { Answer } from '../../../api/questions.js'
import { useFormats, useTexts } from '../../../language/language.js'
import { opportunitiesTexts } from '../texts.js'
import styles from './deal.module.css'

type DealAnswer = Answer<'/api/v1/opportunities/{id}'>

export function DealLines({ of: { lines, product } }: { of: Pick<DealAnswer, 'lines' | 'product'> }) {
  const say = useTexts(opportunitiesTexts)
  const formats = useFormats()
  if (lines.length === 0) return <p>{product?.name ?? <span className={styles.quiet}>{say('noLines')}</span>}</p>
  return (
    <table className={styles.lines}>
      <thead>
        <tr>
          <th scope="col">{say('product')}</th>
          <th scope="col" className={styles.number}>
            {say('quantity')}
          </th>
          <th scope="col" className={styles.number}>
            {say('price')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ product: offered, quantity, price }, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a product may stand in several lines, which are told apart by their place
          <tr key={n}>
            <td>{offered.name ?? offered.id}</td>
            <td className={styles.number}>{formats.number(Number(quantity))}</td>
            <td className={styles.number}>{formats.money(price.amountMinor, price.currency)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
