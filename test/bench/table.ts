/** The figures as a table. */
import { lined } from '../lanes/lined.js'
import type { Measured } from './figure.js'

const headings = ['what', 'measured', 'baseline', 'ratio', 'target', 'met']

export function asTable(measured: readonly Measured[]): string {
  return lined([headings, ...measured.map(cells)])
}

const cells = ({ what, measured, baseline, ratio, target, met }: Measured): string[] => [
  what,
  measured,
  baseline ?? '',
  ratio === undefined ? '' : ratio.toFixed(2),
  target,
  met === undefined ? '–' : met ? 'yes' : 'NO',
]
