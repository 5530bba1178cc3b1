/** Privacy: what is withheld since an erasure, and who opened whose personal values. */
import { defineSlice } from '#kernel'
import { accessLogQuery } from './access-log.query.js'
import { privacy, privacyRefusals } from './privacy.decider.js'
import { privacyEvents } from './privacy.events.js'
import { stewardship } from './privacy.resource.js'
import { privacyWords } from './privacy.words.js'
import { destroyedBy, withheld, withheldEvents, withholdsNow } from './withheld.reference.js'
import { withheldNotesQuery } from './withheld-notes.query.js'
import { withheldNotes } from './withheld-notes.view.js'

export const privacySlice = defineSlice({
  name: 'privacy',
  about: 'Writing withheld since an erasure until a steward decides, and the account of who read what.',
  resources: [stewardship],
  events: [privacyEvents],
  deciders: [privacy],
  views: [withheldNotes],
  references: [withheld],
  queries: [withheldNotesQuery, accessLogQuery],
  vocabulary: privacyWords,
  refusals: [privacyRefusals],
  rules: { withholding: { withheldEvents, withholdsNow, destroyedBy } },
})
