/** Draws a layer of the picture: stages, promises, income, changes and plans of each unit, and what the customer does. */
import { memo } from 'react'
import type { Layer, UnitLayer } from '../geometry/picture.js'
import type { Measures, OwnRow, Rows, UnitRow } from '../geometry/rows.js'
import { OwnPicture } from './own.js'
import { PromisePicture } from './promises.js'
import styles from './score.module.css'
import { Stairs, type StairTexts } from './stairs.js'

export interface LayerProps {
  layer: Layer
  rows: Rows
  measures: Measures
  /** Words are left out where another layer says them. */
  texts?: StairTexts
  /** px from which on words stand. */
  textsFrom?: number
}

export const LayerPicture = memo(function LayerPicture({ layer, rows, measures, texts, textsFrom = 0 }: LayerProps) {
  return (
    <g>
      {rows.own && <OwnOf layer={layer} row={rows.own} measures={measures} hasTexts={texts !== undefined} />}
      {rows.units.map((row) => {
        const unit = layer.units.get(row.id)
        return unit && <Unit key={row.id} layer={unit} row={row} texts={texts} textsFrom={textsFrom} />
      })}
    </g>
  )
})

interface OwnOfProps {
  layer: Layer
  row: OwnRow
  measures: Measures
  hasTexts: boolean
}

const OwnOf = ({ layer, row, measures, hasTexts }: OwnOfProps) => (
  <OwnPicture layer={layer.own} row={row} lane={measures.projectLane} hasTexts={hasTexts} />
)

interface UnitProps {
  layer: UnitLayer
  row: UnitRow
  texts: StairTexts | undefined
  textsFrom: number
}

const turnSize = 3.5

function Unit({ layer, row, texts, textsFrom }: UnitProps) {
  const { base, lane, income, promises } = row
  return (
    <g>
      <Stairs layer={layer} base={base} texts={texts} textsFrom={textsFrom} />
      {layer.turns.map(({ fact, x }) => (
        <path
          key={fact.position + fact.slot}
          className={fact.line === 'owner' ? styles.turn : styles.keyAccount}
          d={`M${x},${base - turnSize}l${turnSize},${turnSize}l${-turnSize},${turnSize}l${-turnSize},${-turnSize}z`}
        />
      ))}
      {layer.plans.map(({ fact, x }) => (
        <rect key={fact.slot} className={styles.plan} x={x - 2} y={lane} width={4} height={9} />
      ))}
      {promises !== undefined && <PromisePicture arcs={layer.promises} y={promises} />}
      {income !== undefined &&
        layer.income.map(({ fact, x, height, minor, label }) => (
          <g key={fact.slot} className={minor === undefined ? styles.unvalued : styles.income}>
            <rect x={x - 1.5} width={3} y={income - height} height={height} />
            {label && texts && x >= textsFrom && (
              <text x={x + 5} y={income}>
                {label}
              </text>
            )}
          </g>
        ))}
    </g>
  )
}
