/** Draws a layer of the picture: stages, promises, income, changes and plans of each unit, and what the customer does. */
import { memo } from 'react'
import type { Layer, UnitLayer } from '../geometry/picture.js'
import type { Measures, Rows, UnitRow } from '../geometry/rows.js'
import { OwnPicture } from './own.js'
import { PromisePicture } from './promises.js'
import styles from './score.module.css'
import { Stairs } from './stairs.js'

export interface LayerProps {
  layer: Layer
  rows: Rows
  measures: Measures
}

export const LayerPicture = memo(function LayerPicture({ layer, rows, measures }: LayerProps) {
  return (
    <g>
      {rows.own && <OwnPicture layer={layer.own} row={rows.own} lane={measures.projectLane} />}
      {rows.units.map((row) => {
        const unit = layer.units.get(row.id)
        return unit && <Unit key={row.id} layer={unit} row={row} />
      })}
    </g>
  )
})

const turnSize = 3.5

function Unit({ layer, row }: { layer: UnitLayer; row: UnitRow }) {
  const { base, lane, income, promises } = row
  return (
    <g>
      <Stairs layer={layer} base={base} />
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
        layer.income.map(({ fact, x, height, minor }) => (
          <g key={fact.slot} className={minor === undefined ? styles.unvalued : styles.income}>
            <rect x={x - 1.5} width={3} y={income - height} height={height} />
          </g>
        ))}
    </g>
  )
}
