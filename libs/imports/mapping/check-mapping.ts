/**
 * Checks what a schema cannot: that every name used is declared, every field exists and suits its
 * expression, and every format is one. It needs no file, so a mapping is judged before data is sent.
 */
import { MappingProblems } from '../problem.js'
import type { ImportTarget, TargetCatalogue, TargetField } from '../targets.js'
import { checkConditions, checkExpression, type ExpressionSite } from './check-expression.js'
import { formatProblems } from './check-formats.js'
import { asFull, asList, isNamedMoment, type Mapping, type RecordDeclaration, type RowsDeclaration } from './mapping.js'
import { type MappingDocument, type Path, type Tell, written } from './read-mapping.js'

/** Throws MappingFault. */
export function checkMapping(document: MappingDocument, catalogue: TargetCatalogue): void {
  const problems = new MappingProblems()
  const tell = (path: Path, sentence: string) =>
    problems.add(() => ({ line: document.lineOf(path), path: written(path), sentence }))
  formatProblems(document.mapping, tell)
  for (const [index, rows] of document.mapping.rows.entries()) {
    new RowsCheck(document.mapping, catalogue, tell).check(rows, ['rows', index])
  }
  checkVanished(document.mapping, catalogue, tell)
  problems.refuse(document.file)
}

/** What may vanish is what the files make, and becomes what its target allows. */
function checkVanished({ rows, vanished = {} }: Mapping, catalogue: TargetCatalogue, tell: Tell): void {
  const made = new Set(rows.flatMap(({ records }) => records.map(({ target }) => target)))
  for (const [target, becoming] of Object.entries(vanished)) {
    const { vanishing = [] } = Object.hasOwn(catalogue, target) ? (catalogue[target] as ImportTarget) : {}
    if (!made.has(target)) tell(['vanished', target], 'is no target that the rows of this mapping make')
    else if (!vanishing.includes(becoming)) {
      const allowed = vanishing.join(' or ')
      tell(['vanished', target], allowed ? `a ${target} can only be ${allowed}` : `a ${target} goes with what it is of`)
    }
  }
}

class RowsCheck {
  constructor(
    private readonly mapping: Mapping,
    private readonly catalogue: TargetCatalogue,
    private readonly tell: Tell,
  ) {}

  check(rows: RowsDeclaration, path: Path): void {
    this.fileKnown(rows.file, [...path, 'file'])
    const site: ExpressionSite = { mapping: this.mapping, file: rows.file, joins: {}, lines: {}, tell: this.tell }
    for (const [name, join] of Object.entries(rows.join ?? {})) {
      this.fileKnown(join.file, [...path, 'join', name, 'file'])
      for (const [column, expression] of Object.entries(join.on)) {
        checkExpression(expression, [...path, 'join', name, 'on', column], site)
      }
      site.joins[name] = join.file
    }
    for (const [name, lines] of Object.entries(rows.lines ?? {})) {
      this.fileKnown(lines.file, [...path, 'lines', name, 'file'])
      for (const [column, expression] of Object.entries(lines.on)) {
        checkExpression(expression, [...path, 'lines', name, 'on', column], site)
      }
      site.lines[name] = lines.file
    }
    for (const [index, rule] of (rows.setAside ?? []).entries()) {
      checkConditions(rule.when, [...path, 'setAside', index, 'when'], site)
    }
    for (const [index, record] of rows.records.entries()) this.record(record, [...path, 'records', index], site)
  }

  private fileKnown(file: string, path: Path): void {
    if (!Object.hasOwn(this.mapping.files, file)) this.tell(path, `no file is declared as "${file}"`)
  }

  private record(record: RecordDeclaration, path: Path, site: ExpressionSite): void {
    checkConditions(record.when, [...path, 'when'], site)
    for (const [index, part] of asList(record.key).entries()) {
      checkExpression(part, Array.isArray(record.key) ? [...path, 'key', index] : [...path, 'key'], site)
    }
    if (!isNamedMoment(record.at)) checkExpression(record.at, [...path, 'at'], { ...site, kind: 'moment' })
    if (!Object.hasOwn(this.catalogue, record.target)) {
      this.tell([...path, 'target'], `is no target; there are ${Object.keys(this.catalogue).join(', ')}`)
      return
    }
    this.fields(record, this.catalogue[record.target] as ImportTarget, { path, site })
  }

  private fields(
    record: RecordDeclaration,
    target: ImportTarget,
    { path, site }: { path: Path; site: ExpressionSite },
  ): void {
    for (const [name, expression] of Object.entries(record.fields)) {
      const at = [...path, 'fields', name]
      if (Object.hasOwn(target.fields, name)) {
        const field = target.fields[name] as TargetField
        checkExpression(expression, at, { ...site, kind: field.kind })
        this.suits(field, expression, at)
      } else this.tell(at, `a ${record.target} has no such field; it has ${Object.keys(target.fields).join(', ')}`)
    }
    for (const [name, { required }] of Object.entries(target.fields)) {
      const missing = required && !Object.hasOwn(record.fields, name)
      if (missing) this.tell([...path, 'fields'], `the field "${name}" of a ${record.target} is needed`)
    }
  }

  private suits({ kind }: TargetField, expression: RecordDeclaration['at'], path: Path): void {
    const full = asFull(expression)
    if (full.amount && kind !== 'money') this.tell(path, '"amount" is for money only')
    if (full.key && kind !== 'reference') this.tell(path, '"key" is for references only')
    const makesList = full.each || (full.split !== undefined && full.part === undefined)
    if (makesList && kind !== 'list') this.tell(path, 'makes a list, and the field holds one value: name a "part"')
  }
}
