/** Rows of words as a table that lines up in a terminal. */
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
  met ? 'yes' : 'NO',
]

/** The first row stands above a rule. */
export function lined(rows: readonly string[][]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)))
  const lines = rows.map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ').trimEnd())
  const rule = widths.map((width) => '─'.repeat(width)).join('  ')
  return [lines[0], rule, ...lines.slice(1)].join('\n')
}
