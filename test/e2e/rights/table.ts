/**
 * Who may do what, written down from the domain's table by hand: rows are resources, columns roles; in
 * each cell first the own units, then the others. Nothing here is taken from the code that it judges.
 */

export const roles = ['member', 'manager', 'steward', 'group', 'auditor', 'admin', 'integration'] as const
export type Role = (typeof roles)[number]
export type Cell = 'RW' | 'R' | 'W' | '-'

const row = (text: string): Readonly<Record<Role, { own: Cell; other: Cell }>> => {
  const cells = text.split('|').map((cell) => cell.trim().split(' ') as [Cell, Cell])
  return Object.fromEntries(
    roles.map((role, at) => [role, { own: cells[at]?.[0] ?? '-', other: cells[at]?.[1] ?? '-' }]),
  ) as Readonly<Record<Role, { own: Cell; other: Cell }>>
}

/* biome-ignore format: a table is read by its columns */
export const table = {
  //                    member | manager | steward | group | auditor | admin | integration
  history:         row(' RW R  | RW R    | R R     | R R   | R R     | - -   | W -'),
  register:        row(' RW R  | RW R    | RW RW   | R R   | R R     | - -   | - -'),
  stewardship:     row(' - -   | - -     | RW RW   | R R   | R R     | - -   | - -'),
  contacts:        row(' RW R  | RW R    | RW RW   | R R   | R R     | - -   | W -'),
  figures:         row(' R R   | R R     | R R     | R R   | R R     | - -   | - -'),
  imports:         row(' - -   | RW RW   | RW RW   | - -   | R R     | RW RW | - -'),
  // An import is of the units that its starter imports for; administrators have those of the catalogue.
  importRecords:   row(' - -   | RW -    | RW RW   | - -   | R R     | - -   | - -'),
  // What was refused comes back as it was sent, persons and all, to whoever imports for the same unit; so is the undo theirs.
  sharedImports:   row(' - -   | RW -    | RW RW   | - -   | - -     | - -   | - -'),
  erasure:         row(' - -   | - -     | RW RW   | - -   | R R     | - -   | - -'),
  catalogue:       row(' R R   | R R     | R R     | R R   | R R     | RW RW | - -'),
  members:         row(' R R   | RW R    | R R     | R R   | R R     | RW RW | - -'),
  evidence:        row(' - -   | - -     | - -     | - -   | R R     | - -   | - -'),
  upkeep:          row(' - -   | - -     | - -     | - -   | - -     | RW RW | - -'),
  // What proves that the read models are right is the auditor's as well as the operator's.
  proof:           row(' - -   | - -     | - -     | - -   | RW RW   | RW RW | - -'),
  // Who corrects is the writer, a manager of the unit or a steward.
  corrections:     row(' - -   | RW R    | RW RW   | R R   | R R     | - -   | - -'),
  // Everybody who works here may listen and sign in; what is heard is only what one may read.
  open:            row(' RW RW | RW RW   | RW RW   | RW RW | RW RW   | RW RW | RW RW'),
} as const

export type Row = keyof typeof table

/** Every operation of the interface, in the one row that it belongs to. */
const operations: Readonly<Record<Row, string>> = {
  history: `
    customers customer customer.live customer-event timeline brief replay relationships relationship touchpoint my-visits left-behind
    score hierarchy my-changes contradictions search opportunity-board relationship-board
    opportunities opportunity customer-opportunities my-promises customer-promises customer-projects events.show
    relationship.changeStage relationship.end relationship.reopen relationship.setTarget relationship.setOwner
    relationship.correctStatus relationship.setKeyAccount
    touchpoint.record-meeting touchpoint.record-visit touchpoint.record-phone-call touchpoint.record-email
    touchpoint.record-note touchpoint.record-private-note touchpoint.hold-meeting touchpoint.hold-visit
    touchpoint.plan touchpoint.move touchpoint.cancel touchpoint.evaluate touchpoint.structure touchpoint.addGist touchpoint.keepPrivate
    opportunity.open opportunity.edit opportunity.changeStage opportunity.setLines opportunity.shareCredit
    opportunity.win opportunity.lose opportunity.reopen
    relationship.handOver relationship.acceptHandover relationship.declineHandover
    opportunity.handOver opportunity.acceptHandover opportunity.declineHandover
    touchpoint.handOver touchpoint.acceptHandover touchpoint.declineHandover handover.make handover.answer
    promise.make promise.accept promise.decline promise.handOver promise.reschedule promise.keep promise.withdraw
    customerproject.learn customerproject.edit customerproject.decide customerproject.drop`,
  register: `
    customer.register customer.edit customer.setParent customer.openSite customer.closeSite customer.link
    customer.contradict customer.suspectDuplicate customer.dismissDuplicate identifier.claim identifier.release`,
  stewardship: `
    merges contact-merges customer-duplicates contact-duplicates merge.merge contactmerge.merge
    customer.resolveContradiction`,
  contacts: `
    contacts contact contact-timeline contact-event contact.dismissDuplicate contact.register contact.edit contact.startPost contact.changePost contact.endPost
    contact.setBuyingRoles contact.giveConsent contact.withdrawConsent`,
  figures: 'metrics figures many-figures figure-events',
  imports: `
    imports send-import-file preview-import start-import`,
  importRecords: 'import import-undo',
  sharedImports: 'error-files undo-import',
  erasure: `
    withheld-notes erase-person export-person release-writing redact-writing`,
  catalogue: `
    group units products ladder vocabulary rates group.found group.setLadder group.setLifeCycle group.setHistory group.setOwningSystem
    group.switchSlice subsidiary.open subsidiary.change subsidiary.close unit.open unit.rename unit.close
    product.list product.change product.withdraw rates.publish`,
  members: 'members member.join member.change member.grant member.withdraw member.leave',
  evidence: 'access-log',
  upkeep:
    'parked retry-parked open-processes retry-process give-up-process rebuild backup rewrap-keys plaintext-files retire-plaintext',
  proof: 'verify',
  corrections: 'events.restatement events.retraction',
  open: 'changes me record-names sign-in.ways sign-in session.begin session.end session.provider session.callback',
}

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '')

/** The rows that name an operation; exactly one is right. */
export const rowsOf = (operation: string): Row[] =>
  (Object.keys(operations) as Row[]).filter((name) => words(operations[name]).includes(operation))

export const listed: readonly string[] = Object.values(operations).flatMap(words)
