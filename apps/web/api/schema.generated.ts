/** Written by `npm run generate` from the API document. */
export interface Schemas {
  "Problem": { "type": string; "title": string; "status": number; "code": string; "detail": string; "errors"?: Array<{ "path": string; "code": string; "sentence": string }>; "path"?: string; "field"?: string; "was"?: unknown; "now"?: unknown; "by"?: string; "at"?: string; "of"?: string; "events"?: Array<string>; "since"?: string }
  "KeyedRecord": { "of": string }
  "WriteAnswer": { "id": string; "stream": string; "events": Array<{ "id": string; "type": string }>; "position": string; "repeated": boolean; "unchanged"?: true; "notices"?: Array<{ "code": string; "sentence": string; "field"?: string }>; "process"?: { "id": string; "state": "running" | "stuck" | "finished" | "given-up"; "parts": Array<{ "place": string; "id": string; "stream": string; "events": Array<{ "id": string; "type": string }>; "refused"?: string }> } }
  "Event": { "id": string; "type": string; "position": string; "stream": string; "revision": number; "payload": (Schemas["event.command.directed"] | Schemas["event.process.started"] | Schemas["event.process.step-stated"] | Schemas["event.process.finished"] | Schemas["event.process.stuck"] | Schemas["event.process.refused"] | Schemas["event.process.retried"] | Schemas["event.process.given-up"] | Schemas["event.group.founded"] | Schemas["event.group.ladder-set"] | Schemas["event.group.life-cycle-set"] | Schemas["event.group.history-set"] | Schemas["event.group.owning-system-set"] | Schemas["event.group.slice-switched"] | Schemas["event.subsidiary.opened"] | Schemas["event.subsidiary.changed"] | Schemas["event.subsidiary.closed"] | Schemas["event.unit.opened"] | Schemas["event.unit.renamed"] | Schemas["event.unit.closed"] | Schemas["event.member.joined"] | Schemas["event.member.changed"] | Schemas["event.member.role-granted"] | Schemas["event.member.role-withdrawn"] | Schemas["event.member.left"] | Schemas["event.product.listed"] | Schemas["event.product.changed"] | Schemas["event.product.withdrawn"] | Schemas["event.rates.published"] | Schemas["event.customer.registered"] | Schemas["event.customer.profile-changed"] | Schemas["event.customer.parent-set"] | Schemas["event.customer.site-opened"] | Schemas["event.customer.site-closed"] | Schemas["event.customer.linked"] | Schemas["event.customer.contradicted"] | Schemas["event.customer.contradiction-resolved"] | Schemas["event.customer.duplicate-suspected"] | Schemas["event.customer.duplicate-dismissed"] | Schemas["event.identifier.claimed"] | Schemas["event.identifier.released"] | Schemas["event.merge.made"] | Schemas["event.contactmerge.made"] | Schemas["event.relationship.stage-changed"] | Schemas["event.relationship.ended"] | Schemas["event.relationship.reopened"] | Schemas["event.relationship.target-set"] | Schemas["event.relationship.owner-set"] | Schemas["event.relationship.status-corrected"] | Schemas["event.relationship.key-account-set"] | Schemas["event.relationship.handover-offered"] | Schemas["event.relationship.handover-accepted"] | Schemas["event.relationship.handover-declined"] | Schemas["event.touchpoint.planned"] | Schemas["event.touchpoint.moved"] | Schemas["event.touchpoint.cancelled"] | Schemas["event.touchpoint.evaluated"] | Schemas["event.touchpoint.structured"] | Schemas["event.touchpoint.gist-added"] | Schemas["event.touchpoint.kept-private"] | Schemas["event.touchpoint.handover-offered"] | Schemas["event.touchpoint.handover-accepted"] | Schemas["event.touchpoint.handover-declined"] | Schemas["event.touchpoint.meeting"] | Schemas["event.touchpoint.visit"] | Schemas["event.touchpoint.phone-call"] | Schemas["event.touchpoint.email"] | Schemas["event.touchpoint.note"] | Schemas["event.touchpoint.private-note"] | Schemas["event.contact.registered"] | Schemas["event.contact.changed"] | Schemas["event.contact.post-started"] | Schemas["event.contact.post-changed"] | Schemas["event.contact.post-ended"] | Schemas["event.contact.buying-role-set"] | Schemas["event.contact.consent-given"] | Schemas["event.contact.consent-withdrawn"] | Schemas["event.contact.duplicate-dismissed"] | Schemas["event.contact.erased"] | Schemas["event.privacy.withheld"] | Schemas["event.privacy.released"] | Schemas["event.privacy.redacted"] | Schemas["event.privacy.keys-destroyed"] | Schemas["event.opportunity.opened"] | Schemas["event.opportunity.changed"] | Schemas["event.opportunity.stage-changed"] | Schemas["event.opportunity.lines-set"] | Schemas["event.opportunity.credit-shared"] | Schemas["event.opportunity.won"] | Schemas["event.opportunity.lost"] | Schemas["event.opportunity.reopened"] | Schemas["event.opportunity.handover-offered"] | Schemas["event.opportunity.handover-accepted"] | Schemas["event.opportunity.handover-declined"] | Schemas["event.promise.made"] | Schemas["event.promise.accepted"] | Schemas["event.promise.declined"] | Schemas["event.promise.handed-over"] | Schemas["event.promise.rescheduled"] | Schemas["event.promise.kept"] | Schemas["event.promise.withdrawn"] | Schemas["event.customerproject.learned"] | Schemas["event.customerproject.changed"] | Schemas["event.customerproject.decided"] | Schemas["event.customerproject.dropped"] | Schemas["event.handover.made"] | Schemas["event.handover.answered"] | Schemas["event.import.started"] | Schemas["event.import.rows-left"] | Schemas["event.import.records-vanished"] | Schemas["event.import.chunk-done"] | Schemas["event.import.completed"] | Schemas["event.import.stalled"] | Schemas["event.import.undo-started"] | Schemas["event.import.undo-chunk-done"] | Schemas["event.import.undone"]); "because"?: string | Record<string, unknown>; "occurredAt": string; "occurredPrecision": "instant" | "day" | "month" | "before"; "effectiveAt": string; "recordedAt": string; "actor": string; "unit"?: string; "customers": Array<string>; "contacts": Array<string>; "corrects"?: { "eventId": string; "mode": "restate" | "retract" }; "source"?: { "system": string; "record": string }; "importId"?: string; "correlationId"?: string; "causationId"?: string }
  "event.command.directed": { "stream": string }
  "event.process.started": { "process": string }
  "event.process.step-stated": { "step": number; "place"?: string; "stream": string; "command": string; "record"?: string; "body": (Record<string, unknown> | { "erased": true } | { "withheld": true }); "persons": Array<string>; "occurredAt"?: string; "occurredPrecision": "instant" | "day" | "month" | "before"; "confirmed": boolean }
  "event.process.finished": { "done": Array<{ "step": number; "stream": string; "events": Array<{ "id": string; "type": string }> }> }
  "event.process.stuck": { "done": Array<{ "step": number; "stream": string; "events": Array<{ "id": string; "type": string }> }>; "refused": Array<{ "step": number; "code": string }> }
  "event.process.refused": { "code": string }
  "event.process.retried": Record<string, never>
  "event.process.given-up": { "because"?: (string | { "erased": true } | { "withheld": true }) }
  "event.group.founded": { "name": string; "currency": string; "timeZone": string; "language": string; "simulated"?: boolean }
  "event.group.ladder-set": { "steps": Array<{ "stage": "identified" | "exploratory" | "basic" | "cooperative" | "interdependent" | "integrated" | "ended"; "name"?: string; "target"?: number; "units"?: Array<{ "unit": string; "target": number }> }> }
  "event.group.life-cycle-set": { "passiveAfterMonths": number; "lostAfterMonths": number }
  "event.group.history-set": { "history": "shared" | "own" }
  "event.group.owning-system-set": { "fieldGroup": "name" | "address" | "identifiers" | "sector" | "size" | "contact-details"; "system": string; "why"?: (string | { "erased": true } | { "withheld": true }) }
  "event.group.slice-switched": { "slice": string; "unit"?: string; "on": boolean }
  "event.subsidiary.opened": { "name": string; "country": string; "currency": string; "timeZone": string; "language": string; "fiscalYearStartMonth"?: number; "businessHours"?: { "days": Array<"mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun">; "opensMinute": number; "closesMinute": number }; "holidays"?: Array<{ "day": string; "name": string }> }
  "event.subsidiary.changed": { "name"?: string; "language"?: string; "fiscalYearStartMonth"?: number; "businessHours"?: { "days": Array<"mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun">; "opensMinute": number; "closesMinute": number }; "holidays"?: Array<{ "day": string; "name": string }> }
  "event.subsidiary.closed": { "why"?: (string | { "erased": true } | { "withheld": true }) }
  "event.unit.opened": { "subsidiary": string; "name": string; "brand"?: string }
  "event.unit.renamed": { "name": string; "brand"?: string }
  "event.unit.closed": { "why"?: (string | { "erased": true } | { "withheld": true }) }
  "event.member.joined": { "name": (string | { "erased": true } | { "withheld": true }); "mail"?: (string | { "erased": true } | { "withheld": true }); "function": "sales" | "marketing" | "communications" | "service" | "product-development" | "projects" | "logistics" | "finance" | "hr" | "management"; "unit": string; "language": string; "timeZone"?: string; "leads"?: boolean; "identity"?: string }
  "event.member.changed": { "name"?: (string | { "erased": true } | { "withheld": true }); "mail"?: (string | { "erased": true } | { "withheld": true }); "function"?: "sales" | "marketing" | "communications" | "service" | "product-development" | "projects" | "logistics" | "finance" | "hr" | "management"; "unit"?: string; "language"?: string; "timeZone"?: string; "leads"?: boolean; "identity"?: string }
  "event.member.role-granted": { "role": "member" | "manager" | "steward" | "group" | "auditor" | "admin" | "integration"; "unit"?: string }
  "event.member.role-withdrawn": { "role": "member" | "manager" | "steward" | "group" | "auditor" | "admin" | "integration"; "unit"?: string }
  "event.member.left": Record<string, never>
  "event.product.listed": { "code": string; "name": string; "names"?: { "en"?: string; "fi"?: string; "sv"?: string; "de"?: string; "nb"?: string }; "line": string; "brand"?: string; "kind": "product" | "service" | "spare-part"; "listPrice"?: { "amountMinor": number; "currency": string } }
  "event.product.changed": { "name"?: string; "names"?: { "en"?: string; "fi"?: string; "sv"?: string; "de"?: string; "nb"?: string }; "line"?: string; "brand"?: string; "listPrice"?: { "amountMinor": number; "currency": string } }
  "event.product.withdrawn": Record<string, never>
  "event.rates.published": { "day": string; "rates": Array<{ "currency": string; "toGroup": string }> }
  "event.customer.registered": { "sector"?: "hospitality" | "healthcare" | "food-service" | "laboratory" | "pharma" | "marine" | "retail" | "education" | "industry" | "technology" | "software" | "telecommunications" | "finance" | "marketing" | "employment" | "entertainment" | "services" | "other"; "country"?: string; "street"?: string; "postalCode"?: string; "city"?: string; "website"?: string; "phone"?: string; "employees"?: number; "revenueMinor"?: number; "revenueCurrency"?: string; "foundedYear"?: number; "whyBuys"?: (string | { "erased": true } | { "withheld": true }); "expects"?: (string | { "erased": true } | { "withheld": true }); "gains"?: (string | { "erased": true } | { "withheld": true }); "name": string }
  "event.customer.profile-changed": { "sector"?: "hospitality" | "healthcare" | "food-service" | "laboratory" | "pharma" | "marine" | "retail" | "education" | "industry" | "technology" | "software" | "telecommunications" | "finance" | "marketing" | "employment" | "entertainment" | "services" | "other"; "country"?: string; "street"?: string; "postalCode"?: string; "city"?: string; "website"?: string; "phone"?: string; "employees"?: number; "revenueMinor"?: number; "revenueCurrency"?: string; "foundedYear"?: number; "whyBuys"?: (string | { "erased": true } | { "withheld": true }); "expects"?: (string | { "erased": true } | { "withheld": true }); "gains"?: (string | { "erased": true } | { "withheld": true }); "name"?: string; "cleared"?: Array<string> }
  "event.customer.parent-set": { "parent"?: string }
  "event.customer.site-opened": { "site": string; "name": string; "country"?: string; "street"?: string; "city"?: string; "record"?: string }
  "event.customer.site-closed": { "site": string; "record"?: string }
  "event.customer.linked": { "system": string; "record": string }
  "event.customer.contradicted": { "fieldGroup": "name" | "address" | "identifiers" | "sector" | "size" | "contact-details"; "field": string; "ours": (string | { "erased": true } | { "withheld": true }); "theirs": (string | { "erased": true } | { "withheld": true }); "system": string }
  "event.customer.contradiction-resolved": { "contradiction": string; "takenOver": boolean }
  "event.customer.duplicate-suspected": { "of": string; "because": "identifier" | "name" | "import" }
  "event.customer.duplicate-dismissed": { "of": string }
  "event.identifier.claimed": { "scheme": "business-id" | "vat-id" | "duns" | "lei" | "source"; "value": string; "customer": string; "since"?: string }
  "event.identifier.released": { "customer": string }
  "event.merge.made": { "into": string }
  "event.contactmerge.made": { "into": string }
  "event.relationship.stage-changed": { "from": "identified" | "exploratory" | "basic" | "cooperative" | "interdependent" | "integrated" | "ended"; "to": "identified" | "exploratory" | "basic" | "cooperative" | "interdependent" | "integrated" | "ended"; "why"?: (string | { "erased": true } | { "withheld": true }); "evidence"?: Array<string> }
  "event.relationship.ended": { "by": "we" | "they" | "both"; "how": "broken-off" | "ran-its-course"; "why": (string | { "erased": true } | { "withheld": true }) }
  "event.relationship.reopened": { "at": "identified" | "exploratory" | "basic" | "cooperative" | "interdependent" | "integrated" | "ended"; "why": (string | { "erased": true } | { "withheld": true }) }
  "event.relationship.target-set": { "stage"?: "identified" | "exploratory" | "basic" | "cooperative" | "interdependent" | "integrated" | "ended"; "by"?: string }
  "event.relationship.owner-set": { "owner": string; "with"?: Array<string> }
  "event.relationship.status-corrected": { "status": "prospect" | "one-off" | "continuing" | "passive" | "lost"; "why": (string | { "erased": true } | { "withheld": true }) }
  "event.relationship.key-account-set": { "keyAccount": boolean; "why"?: (string | { "erased": true } | { "withheld": true }) }
  "event.relationship.handover-offered": { "to": string; "from"?: string; "why"?: (string | { "erased": true } | { "withheld": true }) }
  "event.relationship.handover-accepted": Record<string, never>
  "event.relationship.handover-declined": { "why"?: (string | { "erased": true } | { "withheld": true }) }
  "event.touchpoint.planned": { "customers": Array<string>; "unit": string; "contacts"?: Array<string>; "members"?: Array<string>; "function"?: "sales" | "marketing" | "communications" | "service" | "product-development" | "projects" | "logistics" | "finance" | "hr" | "management"; "direction"?: "outbound" | "inbound" | "mutual"; "startedBy"?: "we-unasked" | "we-asked" | "they"; "channel"?: "in-person" | "phone" | "video" | "email" | "chat" | "letter" | "web" | "other"; "durationMinutes"?: number; "language"?: string; "note"?: (string | { "erased": true } | { "withheld": true }); "notes"?: { "currentSituation"?: (string | { "erased": true } | { "withheld": true }); "goals"?: (string | { "erased": true } | { "withheld": true }); "challenges"?: (string | { "erased": true } | { "withheld": true }); "expectations"?: (string | { "erased": true } | { "withheld": true }); "nextSteps"?: (string | { "erased": true } | { "withheld": true }); "promisesMade"?: (string | { "erased": true } | { "withheld": true }) }; "feeling"?: "bad" | "poor" | "neutral" | "good" | "excellent"; "opportunity"?: string; "customerProject"?: string; "mobile"?: boolean; "place"?: (string | { "erased": true } | { "withheld": true }); "site"?: string; "goal"?: (string | { "erased": true } | { "withheld": true }); "kind": "meeting" | "visit"; "startsAt": string }
  "event.touchpoint.moved": { "startsAt": string; "place"?: (string | { "erased": true } | { "withheld": true }); "why"?: (string | { "erased": true } | { "withheld": true }) }
  "event.touchpoint.cancelled": { "by": "we" | "they"; "why"?: (string | { "erased": true } | { "withheld": true }) }
  "event.touchpoint.evaluated": { "reached": boolean; "line"?: (string | { "erased": true } | { "withheld": true }) }
  "event.touchpoint.structured": { "notes": { "currentSituation"?: (string | { "erased": true } | { "withheld": true }); "goals"?: (string | { "erased": true } | { "withheld": true }); "challenges"?: (string | { "erased": true } | { "withheld": true }); "expectations"?: (string | { "erased": true } | { "withheld": true }); "nextSteps"?: (string | { "erased": true } | { "withheld": true }); "promisesMade"?: (string | { "erased": true } | { "withheld": true }) } }
  "event.touchpoint.gist-added": { "gist": (string | { "erased": true } | { "withheld": true }); "language": string }
  "event.touchpoint.kept-private": { "why"?: (string | { "erased": true } | { "withheld": true }) }
  "event.touchpoint.handover-offered": { "to": string; "from"?: string; "why"?: (string | { "erased": true } | { "withheld": true }) }
  "event.touchpoint.handover-accepted": Record<string, never>
  "event.touchpoint.handover-declined": { "why"?: (string | { "erased": true } | { "withheld": true }) }
  "event.touchpoint.meeting": { "customers": Array<string>; "unit": string; "contacts"?: Array<string>; "members"?: Array<string>; "function"?: "sales" | "marketing" | "communications" | "service" | "product-development" | "projects" | "logistics" | "finance" | "hr" | "management"; "direction"?: "outbound" | "inbound" | "mutual"; "startedBy"?: "we-unasked" | "we-asked" | "they"; "channel"?: "in-person" | "phone" | "video" | "email" | "chat" | "letter" | "web" | "other"; "durationMinutes"?: number; "language"?: string; "note"?: (string | { "erased": true } | { "withheld": true }); "notes"?: { "currentSituation"?: (string | { "erased": true } | { "withheld": true }); "goals"?: (string | { "erased": true } | { "withheld": true }); "challenges"?: (string | { "erased": true } | { "withheld": true }); "expectations"?: (string | { "erased": true } | { "withheld": true }); "nextSteps"?: (string | { "erased": true } | { "withheld": true }); "promisesMade"?: (string | { "erased": true } | { "withheld": true }) }; "feeling"?: "bad" | "poor" | "neutral" | "good" | "excellent"; "opportunity"?: string; "customerProject"?: string; "mobile"?: boolean; "place"?: (string | { "erased": true } | { "withheld": true }); "site"?: string; "goal"?: (string | { "erased": true } | { "withheld": true }) }
  "event.touchpoint.visit": { "customers": Array<string>; "unit": string; "contacts"?: Array<string>; "members"?: Array<string>; "function"?: "sales" | "marketing" | "communications" | "service" | "product-development" | "projects" | "logistics" | "finance" | "hr" | "management"; "direction"?: "outbound" | "inbound" | "mutual"; "startedBy"?: "we-unasked" | "we-asked" | "they"; "channel"?: "in-person" | "phone" | "video" | "email" | "chat" | "letter" | "web" | "other"; "durationMinutes"?: number; "language"?: string; "note"?: (string | { "erased": true } | { "withheld": true }); "notes"?: { "currentSituation"?: (string | { "erased": true } | { "withheld": true }); "goals"?: (string | { "erased": true } | { "withheld": true }); "challenges"?: (string | { "erased": true } | { "withheld": true }); "expectations"?: (string | { "erased": true } | { "withheld": true }); "nextSteps"?: (string | { "erased": true } | { "withheld": true }); "promisesMade"?: (string | { "erased": true } | { "withheld": true }) }; "feeling"?: "bad" | "poor" | "neutral" | "good" | "excellent"; "opportunity"?: string; "customerProject"?: string; "mobile"?: boolean; "place"?: (string | { "erased": true } | { "withheld": true }); "site"?: string; "goal"?: (string | { "erased": true } | { "withheld": true }) }
  "event.touchpoint.phone-call": { "customers": Array<string>; "unit": string; "contacts"?: Array<string>; "members"?: Array<string>; "function"?: "sales" | "marketing" | "communications" | "service" | "product-development" | "projects" | "logistics" | "finance" | "hr" | "management"; "direction"?: "outbound" | "inbound" | "mutual"; "startedBy"?: "we-unasked" | "we-asked" | "they"; "channel"?: "in-person" | "phone" | "video" | "email" | "chat" | "letter" | "web" | "other"; "durationMinutes"?: number; "language"?: string; "note"?: (string | { "erased": true } | { "withheld": true }); "notes"?: { "currentSituation"?: (string | { "erased": true } | { "withheld": true }); "goals"?: (string | { "erased": true } | { "withheld": true }); "challenges"?: (string | { "erased": true } | { "withheld": true }); "expectations"?: (string | { "erased": true } | { "withheld": true }); "nextSteps"?: (string | { "erased": true } | { "withheld": true }); "promisesMade"?: (string | { "erased": true } | { "withheld": true }) }; "feeling"?: "bad" | "poor" | "neutral" | "good" | "excellent"; "opportunity"?: string; "customerProject"?: string; "mobile"?: boolean; "result"?: "reached" | "not-reached" | "call-back" }
  "event.touchpoint.email": { "customers": Array<string>; "unit": string; "contacts"?: Array<string>; "members"?: Array<string>; "function"?: "sales" | "marketing" | "communications" | "service" | "product-development" | "projects" | "logistics" | "finance" | "hr" | "management"; "direction"?: "outbound" | "inbound" | "mutual"; "startedBy"?: "we-unasked" | "we-asked" | "they"; "channel"?: "in-person" | "phone" | "video" | "email" | "chat" | "letter" | "web" | "other"; "durationMinutes"?: number; "language"?: string; "note"?: (string | { "erased": true } | { "withheld": true }); "notes"?: { "currentSituation"?: (string | { "erased": true } | { "withheld": true }); "goals"?: (string | { "erased": true } | { "withheld": true }); "challenges"?: (string | { "erased": true } | { "withheld": true }); "expectations"?: (string | { "erased": true } | { "withheld": true }); "nextSteps"?: (string | { "erased": true } | { "withheld": true }); "promisesMade"?: (string | { "erased": true } | { "withheld": true }) }; "feeling"?: "bad" | "poor" | "neutral" | "good" | "excellent"; "opportunity"?: string; "customerProject"?: string; "mobile"?: boolean; "subject"?: (string | { "erased": true } | { "withheld": true }); "message"?: string }
  "event.touchpoint.note": { "customers": Array<string>; "unit": string; "contacts"?: Array<string>; "members"?: Array<string>; "function"?: "sales" | "marketing" | "communications" | "service" | "product-development" | "projects" | "logistics" | "finance" | "hr" | "management"; "direction"?: "outbound" | "inbound" | "mutual"; "startedBy"?: "we-unasked" | "we-asked" | "they"; "channel"?: "in-person" | "phone" | "video" | "email" | "chat" | "letter" | "web" | "other"; "durationMinutes"?: number; "language"?: string; "note"?: (string | { "erased": true } | { "withheld": true }); "notes"?: { "currentSituation"?: (string | { "erased": true } | { "withheld": true }); "goals"?: (string | { "erased": true } | { "withheld": true }); "challenges"?: (string | { "erased": true } | { "withheld": true }); "expectations"?: (string | { "erased": true } | { "withheld": true }); "nextSteps"?: (string | { "erased": true } | { "withheld": true }); "promisesMade"?: (string | { "erased": true } | { "withheld": true }) }; "feeling"?: "bad" | "poor" | "neutral" | "good" | "excellent"; "opportunity"?: string; "customerProject"?: string; "mobile"?: boolean }
  "event.touchpoint.private-note": { "customers": Array<string>; "unit": string; "contacts"?: Array<string>; "members"?: Array<string>; "function"?: "sales" | "marketing" | "communications" | "service" | "product-development" | "projects" | "logistics" | "finance" | "hr" | "management"; "direction"?: "outbound" | "inbound" | "mutual"; "startedBy"?: "we-unasked" | "we-asked" | "they"; "channel"?: "in-person" | "phone" | "video" | "email" | "chat" | "letter" | "web" | "other"; "durationMinutes"?: number; "language"?: string; "note"?: (string | { "erased": true } | { "withheld": true }); "notes"?: { "currentSituation"?: (string | { "erased": true } | { "withheld": true }); "goals"?: (string | { "erased": true } | { "withheld": true }); "challenges"?: (string | { "erased": true } | { "withheld": true }); "expectations"?: (string | { "erased": true } | { "withheld": true }); "nextSteps"?: (string | { "erased": true } | { "withheld": true }); "promisesMade"?: (string | { "erased": true } | { "withheld": true }) }; "feeling"?: "bad" | "poor" | "neutral" | "good" | "excellent"; "opportunity"?: string; "customerProject"?: string; "mobile"?: boolean }
  "event.contact.registered": { "name": (string | { "erased": true } | { "withheld": true }); "mail"?: (string | { "erased": true } | { "withheld": true }); "phone"?: (string | { "erased": true } | { "withheld": true }); "language"?: string; "note"?: (string | { "erased": true } | { "withheld": true }) }
  "event.contact.changed": { "name"?: (string | { "erased": true } | { "withheld": true }); "mail"?: (string | { "erased": true } | { "withheld": true }); "phone"?: (string | { "erased": true } | { "withheld": true }); "language"?: string; "note"?: (string | { "erased": true } | { "withheld": true }); "cleared"?: Array<string> }
  "event.contact.post-started": { "title"?: (string | { "erased": true } | { "withheld": true }); "site"?: string; "level": "strategic" | "operational"; "customer": string; "since": string }
  "event.contact.post-changed": { "title"?: (string | { "erased": true } | { "withheld": true }); "site"?: string; "level"?: "strategic" | "operational"; "customer": string; "record"?: string; "cleared"?: Array<string> }
  "event.contact.post-ended": { "customer": string; "record"?: string; "until"?: string; "why"?: (string | { "erased": true } | { "withheld": true }) }
  "event.contact.buying-role-set": { "customer": string; "record"?: string; "roles": Array<"decision-maker" | "influencer" | "user" | "buyer" | "gatekeeper" | "champion"> }
  "event.contact.consent-given": { "purpose": "newsletter" | "campaigns" | "surveys" | "events" | "personal-contact"; "channel": "email" | "phone" | "text-message" | "letter" | "any"; "evidence"?: (string | { "erased": true } | { "withheld": true }) }
  "event.contact.consent-withdrawn": { "purpose": "newsletter" | "campaigns" | "surveys" | "events" | "personal-contact"; "channel": "email" | "phone" | "text-message" | "letter" | "any" }
  "event.contact.duplicate-dismissed": { "of": string }
  "event.contact.erased": { "grounds": "asked" | "consent-withdrawn" | "retention" | "no-grounds" | "other" }
  "event.privacy.withheld": { "contact": string; "events": Array<string>; "customers": Array<string>; "unit"?: string }
  "event.privacy.released": { "grounds": "not-about-them" | "needed-as-evidence" | "other"; "events": Array<string> }
  "event.privacy.redacted": { "restated": Array<string> }
  "event.privacy.keys-destroyed": { "owners": Array<string>; "keys": Array<string> }
  "event.opportunity.opened": { "owner"?: string; "probability"?: number; "closesOn"?: string; "product"?: string; "contacts"?: Array<string>; "customerProject"?: string; "about"?: (string | { "erased": true } | { "withheld": true }); "customer": string; "unit": string; "name": (string | { "erased": true } | { "withheld": true }); "profile": "product-sale" | "project-sale"; "stage": "prospecting" | "engaging" | "needs-agreed" | "offered" | "negotiating" | "specified" | "tendering" | "shortlisted"; "value"?: { "amountMinor": number; "currency": string; "groupMinor"?: number; "rateDay"?: string } }
  "event.opportunity.changed": { "owner"?: string; "probability"?: number; "closesOn"?: string; "product"?: string; "contacts"?: Array<string>; "customerProject"?: string; "about"?: (string | { "erased": true } | { "withheld": true }); "name"?: (string | { "erased": true } | { "withheld": true }); "value"?: { "amountMinor": number; "currency": string; "groupMinor"?: number; "rateDay"?: string }; "cleared"?: Array<string> }
  "event.opportunity.stage-changed": { "to": "prospecting" | "engaging" | "needs-agreed" | "offered" | "negotiating" | "specified" | "tendering" | "shortlisted"; "probability"?: number; "why"?: (string | { "erased": true } | { "withheld": true }) }
  "event.opportunity.lines-set": { "lines": Array<{ "product": string; "quantity": string; "price": { "amountMinor": number; "currency": string; "groupMinor"?: number; "rateDay"?: string } }> }
  "event.opportunity.credit-shared": { "shares": Array<{ "member": string; "unit": string; "percent": number }> }
  "event.opportunity.won": { "value"?: { "amountMinor": number; "currency": string; "groupMinor"?: number; "rateDay"?: string }; "keeps": { "passiveAfterMonths": number; "lostAfterMonths": number }; "why"?: (string | { "erased": true } | { "withheld": true }) }
  "event.opportunity.lost": { "reason"?: "price" | "time" | "product" | "relationship" | "project-dropped" | "other"; "to"?: string; "why"?: (string | { "erased": true } | { "withheld": true }) }
  "event.opportunity.reopened": { "at": "prospecting" | "engaging" | "needs-agreed" | "offered" | "negotiating" | "specified" | "tendering" | "shortlisted"; "why"?: (string | { "erased": true } | { "withheld": true }) }
  "event.opportunity.handover-offered": { "to": string; "from"?: string; "why"?: (string | { "erased": true } | { "withheld": true }) }
  "event.opportunity.handover-accepted": Record<string, never>
  "event.opportunity.handover-declined": { "why"?: (string | { "erased": true } | { "withheld": true }) }
  "event.promise.made": { "customer": string; "unit": string; "what": (string | { "erased": true } | { "withheld": true }); "kind": "promise" | "next-step"; "clock": "calendar" | "business"; "contact"?: string; "madeIn"?: string; "due": string; "owner": string }
  "event.promise.accepted": Record<string, never>
  "event.promise.declined": { "why"?: (string | { "erased": true } | { "withheld": true }) }
  "event.promise.handed-over": { "to": string; "why"?: (string | { "erased": true } | { "withheld": true }) }
  "event.promise.rescheduled": { "due": string; "agreed"?: (string | { "erased": true } | { "withheld": true }) }
  "event.promise.kept": { "how"?: (string | { "erased": true } | { "withheld": true }) }
  "event.promise.withdrawn": { "why": (string | { "erased": true } | { "withheld": true }) }
  "event.customerproject.learned": { "site"?: string; "startsOn"?: string; "decidesOn"?: string; "whoDecides"?: Array<string>; "howTheyBuy"?: (string | { "erased": true } | { "withheld": true }); "customer": string; "name": (string | { "erased": true } | { "withheld": true }); "kind": "renovation" | "new-build" | "new-ship" | "tender" | "other"; "what": (string | { "erased": true } | { "withheld": true }); "learnedFrom"?: string; "unit": string; "value"?: { "amountMinor": number; "currency": string; "groupMinor"?: number; "rateDay"?: string } }
  "event.customerproject.changed": { "site"?: string; "startsOn"?: string; "decidesOn"?: string; "whoDecides"?: Array<string>; "howTheyBuy"?: (string | { "erased": true } | { "withheld": true }); "name"?: (string | { "erased": true } | { "withheld": true }); "kind"?: "renovation" | "new-build" | "new-ship" | "tender" | "other"; "what"?: (string | { "erased": true } | { "withheld": true }); "value"?: { "amountMinor": number; "currency": string; "groupMinor"?: number; "rateDay"?: string }; "cleared"?: Array<string> }
  "event.customerproject.decided": { "outcome": "ours" | "rival" | "nobody"; "to"?: string; "why"?: (string | { "erased": true } | { "withheld": true }) }
  "event.customerproject.dropped": { "why"?: (string | { "erased": true } | { "withheld": true }) }
  "event.handover.made": { "unit": string; "from"?: string }
  "event.handover.answered": Record<string, never>
  "event.import.started": { "source": string; "mapping": string; "files": Array<{ "name": string; "fingerprint": string; "bytes": number }>; "rows": number; "only"?: Array<string>; "units"?: Array<string> }
  "event.import.rows-left": { "setAside": Array<{ "file": (string | { "erased": true } | { "withheld": true }); "line": number; "why": string; "column"?: (string | { "erased": true } | { "withheld": true }); "inPart"?: boolean; "further"?: boolean }>; "refused": Array<{ "file": (string | { "erased": true } | { "withheld": true }); "line": number; "why": string; "column"?: (string | { "erased": true } | { "withheld": true }); "inPart"?: boolean; "further"?: boolean }>; "warned"?: Array<{ "file": (string | { "erased": true } | { "withheld": true }); "line": number; "why": string; "column"?: (string | { "erased": true } | { "withheld": true }); "inPart"?: boolean; "further"?: boolean }> }
  "event.import.records-vanished": { "records": Array<{ "target": string; "stream": string; "became": "listed" | "ended" | "retracted" | "refused"; "why"?: string; "by"?: string }>; "events": number }
  "event.import.chunk-done": { "reading": number; "upTo": number; "counts": { "rows": number; "recorded": number; "changed": number; "unchanged": number; "refused": number; "setAside": number; "events": number; "inPart"?: number; "saidAgain"?: number; "vanished"?: number } }
  "event.import.completed": Record<string, never>
  "event.import.stalled": { "reason": "starter-gone" | "not-allowed" | "files-gone" | "failed" }
  "event.import.undo-started": { "because": (string | { "erased": true } | { "withheld": true }) }
  "event.import.undo-chunk-done": { "retracted": Array<{ "event": string; "stream": string; "type": string; "fields"?: Array<string> }>; "restored": Array<{ "event": string; "stream": string; "type": string; "fields"?: Array<string> }>; "kept": Array<{ "event": string; "stream": string; "type": string; "fields"?: Array<string>; "why": "used-since" | "needed-by-kept" | "changed-since" | "not-allowed"; "by"?: string; "byStream"?: string }> }
  "event.import.undone": Record<string, never>
  "GroupFound": { "name": string; "currency": string; "timeZone": string; "language": string; "simulated"?: boolean; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "GroupSetLadder": { "steps": Array<{ "stage": "identified" | "exploratory" | "basic" | "cooperative" | "interdependent" | "integrated" | "ended"; "name"?: string; "target"?: number; "units"?: Array<{ "unit": string; "target": number }> }>; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "GroupSetLifeCycle": { "passiveAfterMonths": number; "lostAfterMonths": number; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "GroupSetHistory": { "history": "shared" | "own"; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "GroupSetOwningSystem": { "fieldGroup": "name" | "address" | "identifiers" | "sector" | "size" | "contact-details"; "system": string; "why"?: string; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "GroupSwitchSlice": { "slice": "opportunities" | "promises" | "customer-projects" | "imports"; "unit"?: string; "on": boolean; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "SubsidiaryOpen": { "name": string; "country": string; "currency": string; "timeZone": string; "language": string; "fiscalYearStartMonth"?: number; "businessHours"?: { "days": Array<"mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun">; "opensMinute": number; "closesMinute": number }; "holidays"?: Array<{ "day": string; "name": string }>; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "SubsidiaryChange": { "name"?: string; "language"?: string; "fiscalYearStartMonth"?: number; "businessHours"?: { "days": Array<"mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun">; "opensMinute": number; "closesMinute": number }; "holidays"?: Array<{ "day": string; "name": string }>; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "SubsidiaryClose": { "why"?: string; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "UnitOpen": { "subsidiary": string; "name": string; "brand"?: string; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "UnitRename": { "name": string; "brand"?: string; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "UnitClose": { "why"?: string; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "MemberJoin": { "name": string; "mail"?: string; "function": "sales" | "marketing" | "communications" | "service" | "product-development" | "projects" | "logistics" | "finance" | "hr" | "management"; "unit": string; "language": string; "timeZone"?: string; "leads"?: boolean; "identity"?: string; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "MemberChange": { "name"?: string; "mail"?: string; "function"?: "sales" | "marketing" | "communications" | "service" | "product-development" | "projects" | "logistics" | "finance" | "hr" | "management"; "unit"?: string; "language"?: string; "timeZone"?: string; "leads"?: boolean; "identity"?: string; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "MemberGrant": { "role": "member" | "manager" | "steward" | "group" | "auditor" | "admin" | "integration"; "unit"?: string; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "MemberWithdraw": { "role": "member" | "manager" | "steward" | "group" | "auditor" | "admin" | "integration"; "unit"?: string; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "MemberLeave": { "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "ProductList": { "code": string; "name": string; "names"?: { "en"?: string; "fi"?: string; "sv"?: string; "de"?: string; "nb"?: string }; "line": string; "brand"?: string; "kind": "product" | "service" | "spare-part"; "listPrice"?: { "amountMinor": number; "currency": string }; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "ProductChange": { "name"?: string; "names"?: { "en"?: string; "fi"?: string; "sv"?: string; "de"?: string; "nb"?: string }; "line"?: string; "brand"?: string; "listPrice"?: { "amountMinor": number; "currency": string }; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "ProductWithdraw": { "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "RatesPublish": { "day": string; "rates": Array<{ "currency": string; "toGroup": string }>; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "GroupAnswer": { "name"?: string; "currency"?: string; "timeZone"?: string; "language"?: string; "simulated": boolean; "history": "shared" | "own"; "lifeCycle": { "passiveAfterMonths": number; "lostAfterMonths": number }; "owningSystems": Array<{ "fieldGroup": "name" | "address" | "identifiers" | "sector" | "size" | "contact-details"; "system": string }>; "subsidiaries": Array<{ "id": string; "name": string; "country": string; "currency": string; "timeZone": string; "language": string; "fiscalYearStartMonth"?: number; "businessHours"?: { "days": Array<"mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun">; "opensMinute": number; "closesMinute": number }; "holidays"?: Array<{ "day": string; "name": string }>; "closed": boolean }>; "switchedOff": Array<{ "unit": { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "parts": Array<"opportunities" | "promises" | "customer-projects" | "imports"> }> }
  "UnitsAnswer": { "next"?: string; "total"?: number; "rows": Array<{ "id": string; "name": string; "brand"?: string; "subsidiary": { "id": string; "name"?: string }; "country"?: string; "currency"?: string; "timeZone"?: string; "closed": boolean }> }
  "MembersAnswer": { "next"?: string; "total"?: number; "rows": Array<{ "id": string; "name": (string | { "erased": true } | { "withheld": true }); "function": "sales" | "marketing" | "communications" | "service" | "product-development" | "projects" | "logistics" | "finance" | "hr" | "management"; "unit": { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "leads": boolean; "left": boolean; "roles": Array<"member" | "manager" | "steward" | "group" | "auditor" | "admin" | "integration"> }> }
  "ProductsAnswer": { "next"?: string; "total"?: number; "rows": Array<{ "id": string; "code": string; "name": string; "names"?: { "en"?: string; "fi"?: string; "sv"?: string; "de"?: string; "nb"?: string }; "line": string; "brand"?: string; "kind": "product" | "service" | "spare-part"; "listPrice"?: { "amountMinor": number; "currency": string }; "withdrawn": boolean }> }
  "LadderAnswer": { "next"?: string; "total"?: number; "rows": Array<{ "stage": "identified" | "exploratory" | "basic" | "cooperative" | "interdependent" | "integrated" | "ended"; "name": string; "target"?: number; "units": Array<{ "unit": { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "target": number }> }> }
  "RatesAnswer": { "next"?: string; "total"?: number; "rows": Array<{ "currency": string; "toGroup": string; "day": string }> }
  "CustomerRegister": { "sector"?: "hospitality" | "healthcare" | "food-service" | "laboratory" | "pharma" | "marine" | "retail" | "education" | "industry" | "technology" | "software" | "telecommunications" | "finance" | "marketing" | "employment" | "entertainment" | "services" | "other"; "country"?: string; "street"?: string; "postalCode"?: string; "city"?: string; "website"?: string; "phone"?: string; "employees"?: number; "revenueMinor"?: number; "revenueCurrency"?: string; "foundedYear"?: number; "whyBuys"?: string; "expects"?: string; "gains"?: string; "name": string; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "CustomerEdit": { "sector"?: { "was"?: "hospitality" | "healthcare" | "food-service" | "laboratory" | "pharma" | "marine" | "retail" | "education" | "industry" | "technology" | "software" | "telecommunications" | "finance" | "marketing" | "employment" | "entertainment" | "services" | "other"; "is"?: "hospitality" | "healthcare" | "food-service" | "laboratory" | "pharma" | "marine" | "retail" | "education" | "industry" | "technology" | "software" | "telecommunications" | "finance" | "marketing" | "employment" | "entertainment" | "services" | "other" }; "country"?: { "was"?: string; "is"?: string }; "street"?: { "was"?: string; "is"?: string }; "postalCode"?: { "was"?: string; "is"?: string }; "city"?: { "was"?: string; "is"?: string }; "website"?: { "was"?: string; "is"?: string }; "phone"?: { "was"?: string; "is"?: string }; "employees"?: { "was"?: number; "is"?: number }; "revenueMinor"?: { "was"?: number; "is"?: number }; "revenueCurrency"?: { "was"?: string; "is"?: string }; "foundedYear"?: { "was"?: number; "is"?: number }; "whyBuys"?: { "was"?: string; "is"?: string }; "expects"?: { "was"?: string; "is"?: string }; "gains"?: { "was"?: string; "is"?: string }; "name"?: { "was"?: string; "is"?: string }; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "CustomerSetParent": { "parent"?: (string | Schemas["KeyedRecord"]); "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "CustomerOpenSite": { "site": string; "name": string; "country"?: string; "street"?: string; "city"?: string; "record"?: (string | Schemas["KeyedRecord"]); "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "CustomerCloseSite": { "site": string; "record"?: (string | Schemas["KeyedRecord"]); "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "CustomerLink": { "system": string; "record": string; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "CustomerContradict": { "fieldGroup": "name" | "address" | "identifiers" | "sector" | "size" | "contact-details"; "field": string; "ours": string; "theirs": string; "system": string; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "CustomerResolveContradiction": { "contradiction": string; "takenOver": boolean; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "CustomerSuspectDuplicate": { "of": (string | Schemas["KeyedRecord"]); "because": "identifier" | "name" | "import"; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "CustomerDismissDuplicate": { "of": (string | Schemas["KeyedRecord"]); "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "IdentifierClaim": { "scheme": "business-id" | "vat-id" | "duns" | "lei" | "source"; "value": string; "customer": (string | Schemas["KeyedRecord"]); "since"?: string; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "IdentifierRelease": { "customer": (string | Schemas["KeyedRecord"]); "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "ContradictionsAnswer": { "next"?: string; "total"?: number; "rows": Array<{ "id": string; "customer": { "id": string; "name"?: string; "nameOfToday"?: boolean }; "fieldGroup": "name" | "address" | "identifiers" | "sector" | "size" | "contact-details"; "field": string; "ours": (string | { "erased": true } | { "withheld": true }); "theirs": (string | { "erased": true } | { "withheld": true }); "system": string; "at"?: string }> }
  "MergeMerge": { "into": (string | Schemas["KeyedRecord"]); "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "ContactmergeMerge": { "into": (string | Schemas["KeyedRecord"]); "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "RelationshipChangeStage": { "from": "identified" | "exploratory" | "basic" | "cooperative" | "interdependent" | "integrated" | "ended"; "to": "identified" | "exploratory" | "basic" | "cooperative" | "interdependent" | "integrated" | "ended"; "why"?: string; "evidence"?: Array<string>; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "RelationshipEnd": { "by": "we" | "they" | "both"; "how": "broken-off" | "ran-its-course"; "why": string; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "RelationshipReopen": { "at": "identified" | "exploratory" | "basic" | "cooperative" | "interdependent" | "integrated" | "ended"; "why": string; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "RelationshipSetTarget": { "stage"?: "identified" | "exploratory" | "basic" | "cooperative" | "interdependent" | "integrated" | "ended"; "by"?: string; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "RelationshipSetOwner": { "owner": string; "with"?: Array<string>; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "RelationshipHandOver": { "to": string; "from"?: string; "why"?: string; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "RelationshipAcceptHandover": { "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "RelationshipDeclineHandover": { "why"?: string; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "RelationshipCorrectStatus": { "status": "prospect" | "one-off" | "continuing" | "passive" | "lost"; "why": string; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "RelationshipSetKeyAccount": { "keyAccount": boolean; "why"?: string; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "TouchpointRecordMeeting": { "customers": Array<(string | Schemas["KeyedRecord"])>; "unit": string; "contacts"?: Array<(string | Schemas["KeyedRecord"])>; "members"?: Array<string>; "function"?: "sales" | "marketing" | "communications" | "service" | "product-development" | "projects" | "logistics" | "finance" | "hr" | "management"; "direction"?: "outbound" | "inbound" | "mutual"; "startedBy"?: "we-unasked" | "we-asked" | "they"; "channel"?: "in-person" | "phone" | "video" | "email" | "chat" | "letter" | "web" | "other"; "durationMinutes"?: number; "language"?: string; "note"?: string; "notes"?: { "currentSituation"?: string; "goals"?: string; "challenges"?: string; "expectations"?: string; "nextSteps"?: string; "promisesMade"?: string }; "feeling"?: "bad" | "poor" | "neutral" | "good" | "excellent"; "opportunity"?: (string | Schemas["KeyedRecord"]); "customerProject"?: (string | Schemas["KeyedRecord"]); "mobile"?: boolean; "place"?: string; "site"?: string; "goal"?: string; "promises"?: Array<{ "what": string; "due"?: string; "withinHours"?: number; "clock"?: "calendar" | "business"; "owner"?: string; "contact"?: (string | Schemas["KeyedRecord"]); "customer"?: (string | Schemas["KeyedRecord"]) }>; "nextSteps"?: Array<{ "what": string; "due"?: string; "withinHours"?: number; "clock"?: "calendar" | "business"; "owner"?: string; "contact"?: (string | Schemas["KeyedRecord"]); "customer"?: (string | Schemas["KeyedRecord"]) }>; "plans"?: Array<{ "kind": "meeting" | "visit"; "startsAt": string; "place"?: string; "goal"?: string; "contacts"?: Array<(string | Schemas["KeyedRecord"])>; "members"?: Array<string> }>; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "TouchpointRecordVisit": { "customers": Array<(string | Schemas["KeyedRecord"])>; "unit": string; "contacts"?: Array<(string | Schemas["KeyedRecord"])>; "members"?: Array<string>; "function"?: "sales" | "marketing" | "communications" | "service" | "product-development" | "projects" | "logistics" | "finance" | "hr" | "management"; "direction"?: "outbound" | "inbound" | "mutual"; "startedBy"?: "we-unasked" | "we-asked" | "they"; "channel"?: "in-person" | "phone" | "video" | "email" | "chat" | "letter" | "web" | "other"; "durationMinutes"?: number; "language"?: string; "note"?: string; "notes"?: { "currentSituation"?: string; "goals"?: string; "challenges"?: string; "expectations"?: string; "nextSteps"?: string; "promisesMade"?: string }; "feeling"?: "bad" | "poor" | "neutral" | "good" | "excellent"; "opportunity"?: (string | Schemas["KeyedRecord"]); "customerProject"?: (string | Schemas["KeyedRecord"]); "mobile"?: boolean; "place"?: string; "site"?: string; "goal"?: string; "promises"?: Array<{ "what": string; "due"?: string; "withinHours"?: number; "clock"?: "calendar" | "business"; "owner"?: string; "contact"?: (string | Schemas["KeyedRecord"]); "customer"?: (string | Schemas["KeyedRecord"]) }>; "nextSteps"?: Array<{ "what": string; "due"?: string; "withinHours"?: number; "clock"?: "calendar" | "business"; "owner"?: string; "contact"?: (string | Schemas["KeyedRecord"]); "customer"?: (string | Schemas["KeyedRecord"]) }>; "plans"?: Array<{ "kind": "meeting" | "visit"; "startsAt": string; "place"?: string; "goal"?: string; "contacts"?: Array<(string | Schemas["KeyedRecord"])>; "members"?: Array<string> }>; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "TouchpointRecordPhoneCall": { "customers": Array<(string | Schemas["KeyedRecord"])>; "unit": string; "contacts"?: Array<(string | Schemas["KeyedRecord"])>; "members"?: Array<string>; "function"?: "sales" | "marketing" | "communications" | "service" | "product-development" | "projects" | "logistics" | "finance" | "hr" | "management"; "direction"?: "outbound" | "inbound" | "mutual"; "startedBy"?: "we-unasked" | "we-asked" | "they"; "channel"?: "in-person" | "phone" | "video" | "email" | "chat" | "letter" | "web" | "other"; "durationMinutes"?: number; "language"?: string; "note"?: string; "notes"?: { "currentSituation"?: string; "goals"?: string; "challenges"?: string; "expectations"?: string; "nextSteps"?: string; "promisesMade"?: string }; "feeling"?: "bad" | "poor" | "neutral" | "good" | "excellent"; "opportunity"?: (string | Schemas["KeyedRecord"]); "customerProject"?: (string | Schemas["KeyedRecord"]); "mobile"?: boolean; "result"?: "reached" | "not-reached" | "call-back"; "promises"?: Array<{ "what": string; "due"?: string; "withinHours"?: number; "clock"?: "calendar" | "business"; "owner"?: string; "contact"?: (string | Schemas["KeyedRecord"]); "customer"?: (string | Schemas["KeyedRecord"]) }>; "nextSteps"?: Array<{ "what": string; "due"?: string; "withinHours"?: number; "clock"?: "calendar" | "business"; "owner"?: string; "contact"?: (string | Schemas["KeyedRecord"]); "customer"?: (string | Schemas["KeyedRecord"]) }>; "plans"?: Array<{ "kind": "meeting" | "visit"; "startsAt": string; "place"?: string; "goal"?: string; "contacts"?: Array<(string | Schemas["KeyedRecord"])>; "members"?: Array<string> }>; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "TouchpointRecordEmail": { "customers": Array<(string | Schemas["KeyedRecord"])>; "unit": string; "contacts"?: Array<(string | Schemas["KeyedRecord"])>; "members"?: Array<string>; "function"?: "sales" | "marketing" | "communications" | "service" | "product-development" | "projects" | "logistics" | "finance" | "hr" | "management"; "direction"?: "outbound" | "inbound" | "mutual"; "startedBy"?: "we-unasked" | "we-asked" | "they"; "channel"?: "in-person" | "phone" | "video" | "email" | "chat" | "letter" | "web" | "other"; "durationMinutes"?: number; "language"?: string; "note"?: string; "notes"?: { "currentSituation"?: string; "goals"?: string; "challenges"?: string; "expectations"?: string; "nextSteps"?: string; "promisesMade"?: string }; "feeling"?: "bad" | "poor" | "neutral" | "good" | "excellent"; "opportunity"?: (string | Schemas["KeyedRecord"]); "customerProject"?: (string | Schemas["KeyedRecord"]); "mobile"?: boolean; "subject"?: string; "message"?: string; "promises"?: Array<{ "what": string; "due"?: string; "withinHours"?: number; "clock"?: "calendar" | "business"; "owner"?: string; "contact"?: (string | Schemas["KeyedRecord"]); "customer"?: (string | Schemas["KeyedRecord"]) }>; "nextSteps"?: Array<{ "what": string; "due"?: string; "withinHours"?: number; "clock"?: "calendar" | "business"; "owner"?: string; "contact"?: (string | Schemas["KeyedRecord"]); "customer"?: (string | Schemas["KeyedRecord"]) }>; "plans"?: Array<{ "kind": "meeting" | "visit"; "startsAt": string; "place"?: string; "goal"?: string; "contacts"?: Array<(string | Schemas["KeyedRecord"])>; "members"?: Array<string> }>; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "TouchpointRecordNote": { "customers": Array<(string | Schemas["KeyedRecord"])>; "unit": string; "contacts"?: Array<(string | Schemas["KeyedRecord"])>; "members"?: Array<string>; "function"?: "sales" | "marketing" | "communications" | "service" | "product-development" | "projects" | "logistics" | "finance" | "hr" | "management"; "direction"?: "outbound" | "inbound" | "mutual"; "startedBy"?: "we-unasked" | "we-asked" | "they"; "channel"?: "in-person" | "phone" | "video" | "email" | "chat" | "letter" | "web" | "other"; "durationMinutes"?: number; "language"?: string; "note"?: string; "notes"?: { "currentSituation"?: string; "goals"?: string; "challenges"?: string; "expectations"?: string; "nextSteps"?: string; "promisesMade"?: string }; "feeling"?: "bad" | "poor" | "neutral" | "good" | "excellent"; "opportunity"?: (string | Schemas["KeyedRecord"]); "customerProject"?: (string | Schemas["KeyedRecord"]); "mobile"?: boolean; "promises"?: Array<{ "what": string; "due"?: string; "withinHours"?: number; "clock"?: "calendar" | "business"; "owner"?: string; "contact"?: (string | Schemas["KeyedRecord"]); "customer"?: (string | Schemas["KeyedRecord"]) }>; "nextSteps"?: Array<{ "what": string; "due"?: string; "withinHours"?: number; "clock"?: "calendar" | "business"; "owner"?: string; "contact"?: (string | Schemas["KeyedRecord"]); "customer"?: (string | Schemas["KeyedRecord"]) }>; "plans"?: Array<{ "kind": "meeting" | "visit"; "startsAt": string; "place"?: string; "goal"?: string; "contacts"?: Array<(string | Schemas["KeyedRecord"])>; "members"?: Array<string> }>; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "TouchpointRecordPrivateNote": { "customers": Array<(string | Schemas["KeyedRecord"])>; "unit": string; "contacts"?: Array<(string | Schemas["KeyedRecord"])>; "members"?: Array<string>; "function"?: "sales" | "marketing" | "communications" | "service" | "product-development" | "projects" | "logistics" | "finance" | "hr" | "management"; "direction"?: "outbound" | "inbound" | "mutual"; "startedBy"?: "we-unasked" | "we-asked" | "they"; "channel"?: "in-person" | "phone" | "video" | "email" | "chat" | "letter" | "web" | "other"; "durationMinutes"?: number; "language"?: string; "note"?: string; "notes"?: { "currentSituation"?: string; "goals"?: string; "challenges"?: string; "expectations"?: string; "nextSteps"?: string; "promisesMade"?: string }; "feeling"?: "bad" | "poor" | "neutral" | "good" | "excellent"; "opportunity"?: (string | Schemas["KeyedRecord"]); "customerProject"?: (string | Schemas["KeyedRecord"]); "mobile"?: boolean; "promises"?: Array<{ "what": string; "due"?: string; "withinHours"?: number; "clock"?: "calendar" | "business"; "owner"?: string; "contact"?: (string | Schemas["KeyedRecord"]); "customer"?: (string | Schemas["KeyedRecord"]) }>; "nextSteps"?: Array<{ "what": string; "due"?: string; "withinHours"?: number; "clock"?: "calendar" | "business"; "owner"?: string; "contact"?: (string | Schemas["KeyedRecord"]); "customer"?: (string | Schemas["KeyedRecord"]) }>; "plans"?: Array<{ "kind": "meeting" | "visit"; "startsAt": string; "place"?: string; "goal"?: string; "contacts"?: Array<(string | Schemas["KeyedRecord"])>; "members"?: Array<string> }>; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "TouchpointHoldMeeting": { "customers": Array<(string | Schemas["KeyedRecord"])>; "unit": string; "contacts"?: Array<(string | Schemas["KeyedRecord"])>; "members"?: Array<string>; "function"?: "sales" | "marketing" | "communications" | "service" | "product-development" | "projects" | "logistics" | "finance" | "hr" | "management"; "direction"?: "outbound" | "inbound" | "mutual"; "startedBy"?: "we-unasked" | "we-asked" | "they"; "channel"?: "in-person" | "phone" | "video" | "email" | "chat" | "letter" | "web" | "other"; "durationMinutes"?: number; "language"?: string; "note"?: string; "notes"?: { "currentSituation"?: string; "goals"?: string; "challenges"?: string; "expectations"?: string; "nextSteps"?: string; "promisesMade"?: string }; "feeling"?: "bad" | "poor" | "neutral" | "good" | "excellent"; "opportunity"?: (string | Schemas["KeyedRecord"]); "customerProject"?: (string | Schemas["KeyedRecord"]); "mobile"?: boolean; "place"?: string; "site"?: string; "goal"?: string; "promises"?: Array<{ "what": string; "due"?: string; "withinHours"?: number; "clock"?: "calendar" | "business"; "owner"?: string; "contact"?: (string | Schemas["KeyedRecord"]); "customer"?: (string | Schemas["KeyedRecord"]) }>; "nextSteps"?: Array<{ "what": string; "due"?: string; "withinHours"?: number; "clock"?: "calendar" | "business"; "owner"?: string; "contact"?: (string | Schemas["KeyedRecord"]); "customer"?: (string | Schemas["KeyedRecord"]) }>; "plans"?: Array<{ "kind": "meeting" | "visit"; "startsAt": string; "place"?: string; "goal"?: string; "contacts"?: Array<(string | Schemas["KeyedRecord"])>; "members"?: Array<string> }>; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "TouchpointHoldVisit": { "customers": Array<(string | Schemas["KeyedRecord"])>; "unit": string; "contacts"?: Array<(string | Schemas["KeyedRecord"])>; "members"?: Array<string>; "function"?: "sales" | "marketing" | "communications" | "service" | "product-development" | "projects" | "logistics" | "finance" | "hr" | "management"; "direction"?: "outbound" | "inbound" | "mutual"; "startedBy"?: "we-unasked" | "we-asked" | "they"; "channel"?: "in-person" | "phone" | "video" | "email" | "chat" | "letter" | "web" | "other"; "durationMinutes"?: number; "language"?: string; "note"?: string; "notes"?: { "currentSituation"?: string; "goals"?: string; "challenges"?: string; "expectations"?: string; "nextSteps"?: string; "promisesMade"?: string }; "feeling"?: "bad" | "poor" | "neutral" | "good" | "excellent"; "opportunity"?: (string | Schemas["KeyedRecord"]); "customerProject"?: (string | Schemas["KeyedRecord"]); "mobile"?: boolean; "place"?: string; "site"?: string; "goal"?: string; "promises"?: Array<{ "what": string; "due"?: string; "withinHours"?: number; "clock"?: "calendar" | "business"; "owner"?: string; "contact"?: (string | Schemas["KeyedRecord"]); "customer"?: (string | Schemas["KeyedRecord"]) }>; "nextSteps"?: Array<{ "what": string; "due"?: string; "withinHours"?: number; "clock"?: "calendar" | "business"; "owner"?: string; "contact"?: (string | Schemas["KeyedRecord"]); "customer"?: (string | Schemas["KeyedRecord"]) }>; "plans"?: Array<{ "kind": "meeting" | "visit"; "startsAt": string; "place"?: string; "goal"?: string; "contacts"?: Array<(string | Schemas["KeyedRecord"])>; "members"?: Array<string> }>; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "TouchpointPlan": { "customers": Array<(string | Schemas["KeyedRecord"])>; "unit": string; "contacts"?: Array<(string | Schemas["KeyedRecord"])>; "members"?: Array<string>; "function"?: "sales" | "marketing" | "communications" | "service" | "product-development" | "projects" | "logistics" | "finance" | "hr" | "management"; "direction"?: "outbound" | "inbound" | "mutual"; "startedBy"?: "we-unasked" | "we-asked" | "they"; "channel"?: "in-person" | "phone" | "video" | "email" | "chat" | "letter" | "web" | "other"; "durationMinutes"?: number; "language"?: string; "note"?: string; "notes"?: { "currentSituation"?: string; "goals"?: string; "challenges"?: string; "expectations"?: string; "nextSteps"?: string; "promisesMade"?: string }; "feeling"?: "bad" | "poor" | "neutral" | "good" | "excellent"; "opportunity"?: (string | Schemas["KeyedRecord"]); "customerProject"?: (string | Schemas["KeyedRecord"]); "mobile"?: boolean; "place"?: string; "site"?: string; "goal"?: string; "kind": "meeting" | "visit"; "startsAt": string; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "TouchpointMove": { "startsAt": string; "place"?: string; "why"?: string; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "TouchpointCancel": { "by": "we" | "they"; "why"?: string; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "TouchpointEvaluate": { "reached": boolean; "line"?: string; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "TouchpointStructure": { "notes": { "currentSituation"?: string; "goals"?: string; "challenges"?: string; "expectations"?: string; "nextSteps"?: string; "promisesMade"?: string }; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "TouchpointHandOver": { "to": string; "from"?: string; "why"?: string; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "TouchpointAcceptHandover": { "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "TouchpointDeclineHandover": { "why"?: string; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "TouchpointAddGist": { "gist": string; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "TouchpointKeepPrivate": { "why"?: string; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "ContactRegister": { "name": string; "mail"?: string; "phone"?: string; "language"?: string; "note"?: string; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "ContactEdit": { "name"?: { "was"?: string; "is"?: string }; "mail"?: { "was"?: string; "is"?: string }; "phone"?: { "was"?: string; "is"?: string }; "language"?: { "was"?: string; "is"?: string }; "note"?: { "was"?: string; "is"?: string }; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "ContactStartPost": { "title"?: string; "site"?: string; "level": "strategic" | "operational"; "customer": (string | Schemas["KeyedRecord"]); "since": string; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "ContactChangePost": { "title"?: { "was"?: string; "is"?: string }; "site"?: { "was"?: string; "is"?: string }; "level"?: { "was"?: "strategic" | "operational"; "is"?: "strategic" | "operational" }; "customer": (string | Schemas["KeyedRecord"]); "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "ContactEndPost": { "customer": (string | Schemas["KeyedRecord"]); "record"?: (string | Schemas["KeyedRecord"]); "until"?: string; "why"?: string; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "ContactSetBuyingRoles": { "customer": (string | Schemas["KeyedRecord"]); "record"?: (string | Schemas["KeyedRecord"]); "roles": Array<"decision-maker" | "influencer" | "user" | "buyer" | "gatekeeper" | "champion">; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "ContactGiveConsent": { "purpose": "newsletter" | "campaigns" | "surveys" | "events" | "personal-contact"; "channel": "email" | "phone" | "text-message" | "letter" | "any"; "evidence"?: string; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "ContactWithdrawConsent": { "purpose": "newsletter" | "campaigns" | "surveys" | "events" | "personal-contact"; "channel": "email" | "phone" | "text-message" | "letter" | "any"; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "ContactDismissDuplicate": { "of": (string | Schemas["KeyedRecord"]); "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "ContactAnswer": { "id": string; "askedFor"?: string; "mergedFrom": Array<{ "id": string; "name"?: (string | { "erased": true } | { "withheld": true }) }>; "name"?: (string | { "erased": true } | { "withheld": true }); "mail"?: (string | { "erased": true } | { "withheld": true }); "phone"?: (string | { "erased": true } | { "withheld": true }); "language"?: string; "note"?: (string | { "erased": true } | { "withheld": true }); "since"?: string; "sinceOn"?: string; "sincePrecision"?: "instant" | "day" | "month" | "before"; "posts": Array<{ "customer": { "id": string; "name"?: string; "nameOfToday"?: boolean }; "title"?: (string | { "erased": true } | { "withheld": true }); "site"?: string; "level": "strategic" | "operational"; "roles": Array<"decision-maker" | "influencer" | "user" | "buyer" | "gatekeeper" | "champion">; "since": string; "until"?: string; "current": boolean }>; "consents": Array<{ "purpose": "newsletter" | "campaigns" | "surveys" | "events" | "personal-contact"; "channel": "email" | "phone" | "text-message" | "letter" | "any"; "evidence"?: (string | { "erased": true } | { "withheld": true }); "except"?: Array<"email" | "phone" | "text-message" | "letter" | "any">; "given"?: string; "givenOn"?: string; "givenPrecision"?: "instant" | "day" | "month" | "before"; "withdrawn"?: string; "withdrawnOn"?: string; "withdrawnPrecision"?: "instant" | "day" | "month" | "before" }>; "touches": number; "lastTouch"?: string; "lastTouchOn"?: string; "lastTouchPrecision"?: "instant" | "day" | "month" | "before"; "knownBy": Array<{ "member": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean; "unit"?: { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "function"?: "sales" | "marketing" | "communications" | "service" | "product-development" | "projects" | "logistics" | "finance" | "hr" | "management"; "touches": number; "lastTouch"?: string; "lastTouchOn"?: string; "lastTouchPrecision"?: "instant" | "day" | "month" | "before"; "event": string }>; "erased": boolean; "erasedAt"?: string; "stopped"?: { "since": string; "position": string; "sentence": string } }
  "ContactsAnswer": { "next"?: string; "total"?: number; "rows": Array<{ "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "customers": Array<{ "id": string; "name"?: string; "nameOfToday"?: boolean }>; "title"?: (string | { "erased": true } | { "withheld": true }); "since"?: string; "touches": number; "lastTouch"?: string; "lastTouchOn"?: string; "lastTouchPrecision"?: "instant" | "day" | "month" | "before"; "erased": boolean }> }
  "WithheldNotesAnswer": { "next"?: string; "total"?: number; "rows": Array<{ "stream": string; "customer": { "id": string; "name"?: string; "nameOfToday"?: boolean }; "unit"?: { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "contacts": Array<{ "id": string; "name"?: (string | { "erased": true } | { "withheld": true }) }>; "status": "withheld" | "released" | "redacted"; "since": string; "decidedBy"?: { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "decidedAt"?: string; "texts": Array<{ "event": string; "type": string; "recordedAt": string; "writer": { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "field": string; "text": (string | { "erased": true } | { "withheld": true }) }> }> }
  "AccessLogAnswer": { "next"?: string; "total"?: number; "rows": Array<{ "id": string; "at": string; "kind": "read" | "export" | "erasure"; "viewer": { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "page": string; "customers": Array<{ "id": string; "name"?: string; "nameOfToday"?: boolean }>; "contacts": Array<{ "id": string; "name"?: (string | { "erased": true } | { "withheld": true }) }>; "others": Array<string>; "reason"?: (string | { "erased": true } | { "withheld": true }); "position": number }> }
  "OpportunityOpen": { "owner"?: string; "probability"?: number; "closesOn"?: string; "product"?: string; "contacts"?: Array<(string | Schemas["KeyedRecord"])>; "customerProject"?: (string | Schemas["KeyedRecord"]); "about"?: string; "customer": (string | Schemas["KeyedRecord"]); "unit": string; "name": string; "profile": "product-sale" | "project-sale"; "stage": "prospecting" | "engaging" | "needs-agreed" | "offered" | "negotiating" | "specified" | "tendering" | "shortlisted"; "value"?: { "amountMinor": number; "currency": string }; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "OpportunityEdit": { "owner"?: { "was"?: string; "is"?: string }; "probability"?: { "was"?: number; "is"?: number }; "closesOn"?: { "was"?: string; "is"?: string }; "product"?: { "was"?: string; "is"?: string }; "contacts"?: { "was"?: Array<(string | Schemas["KeyedRecord"])>; "is"?: Array<(string | Schemas["KeyedRecord"])> }; "customerProject"?: { "was"?: (string | Schemas["KeyedRecord"]); "is"?: (string | Schemas["KeyedRecord"]) }; "about"?: { "was"?: string; "is"?: string }; "name"?: { "was"?: string; "is"?: string }; "value"?: { "was"?: { "amountMinor": number; "currency": string }; "is"?: { "amountMinor": number; "currency": string } }; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "OpportunityHandOver": { "to": string; "from"?: string; "why"?: string; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "OpportunityAcceptHandover": { "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "OpportunityDeclineHandover": { "why"?: string; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "OpportunityChangeStage": { "to": "prospecting" | "engaging" | "needs-agreed" | "offered" | "negotiating" | "specified" | "tendering" | "shortlisted"; "probability"?: number; "why"?: string; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "OpportunitySetLines": { "lines": Array<{ "product": string; "quantity": string; "price": { "amountMinor": number; "currency": string } }>; "valueFollows"?: boolean; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "OpportunityShareCredit": { "shares": Array<{ "member": string; "unit": string; "percent": number }>; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "OpportunityWin": { "value"?: { "amountMinor": number; "currency": string }; "why"?: string; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "OpportunityLose": { "reason"?: "price" | "time" | "product" | "relationship" | "project-dropped" | "other"; "to"?: string; "why"?: string; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "OpportunityReopen": { "at": "prospecting" | "engaging" | "needs-agreed" | "offered" | "negotiating" | "specified" | "tendering" | "shortlisted"; "why"?: string; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "OpportunitiesAnswer": { "next"?: string; "total"?: number; "rows": Array<{ "id": string; "name": (string | { "erased": true } | { "withheld": true }); "customer": { "id": string; "name"?: string; "nameOfToday"?: boolean }; "unit": { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "owner"?: { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "offeredTo"?: { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "profile": "product-sale" | "project-sale"; "stage": "prospecting" | "engaging" | "needs-agreed" | "offered" | "negotiating" | "specified" | "tendering" | "shortlisted"; "stageSince"?: string; "stageSinceOn"?: string; "stageSincePrecision"?: "instant" | "day" | "month" | "before"; "stageBefore"?: "prospecting" | "engaging" | "needs-agreed" | "offered" | "negotiating" | "specified" | "tendering" | "shortlisted"; "movedAt"?: string; "movedAtOn"?: string; "movedAtPrecision"?: "instant" | "day" | "month" | "before"; "status": "open" | "won" | "lost"; "value"?: { "amountMinor": number; "currency": string; "groupMinor"?: number; "rateDay"?: string; "leftOut"?: string }; "probability"?: number; "weightedMinor"?: number; "closesOn"?: string; "product"?: { "id": string; "name"?: string; "nameOfToday"?: boolean }; "openedAt"?: string; "openedAtOn"?: string; "openedAtPrecision"?: "instant" | "day" | "month" | "before"; "wonAt"?: string; "wonAtOn"?: string; "wonAtPrecision"?: "instant" | "day" | "month" | "before"; "lostAt"?: string; "lostAtOn"?: string; "lostAtPrecision"?: "instant" | "day" | "month" | "before"; "reason"?: "price" | "time" | "product" | "relationship" | "project-dropped" | "other" }> }
  "OpportunityBoardAnswer": { "currency"?: string; "columns": Array<{ "stage": "prospecting" | "engaging" | "needs-agreed" | "offered" | "negotiating" | "specified" | "tendering" | "shortlisted"; "total": number; "groupMinor": number; "weightedMinor": number; "stated": Array<{ "currency": string; "amountMinor": number; "count": number }>; "unvalued"?: Array<{ "currency": string; "count": number }>; "leftOut"?: string; "withoutAmount": number; "rows": Array<{ "id": string; "name": (string | { "erased": true } | { "withheld": true }); "customer": { "id": string; "name"?: string; "nameOfToday"?: boolean }; "unit": { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "owner"?: { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "offeredTo"?: { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "profile": "product-sale" | "project-sale"; "stage": "prospecting" | "engaging" | "needs-agreed" | "offered" | "negotiating" | "specified" | "tendering" | "shortlisted"; "stageSince"?: string; "stageSinceOn"?: string; "stageSincePrecision"?: "instant" | "day" | "month" | "before"; "stageBefore"?: "prospecting" | "engaging" | "needs-agreed" | "offered" | "negotiating" | "specified" | "tendering" | "shortlisted"; "movedAt"?: string; "movedAtOn"?: string; "movedAtPrecision"?: "instant" | "day" | "month" | "before"; "status": "open" | "won" | "lost"; "value"?: { "amountMinor": number; "currency": string; "groupMinor"?: number; "rateDay"?: string; "leftOut"?: string }; "probability"?: number; "weightedMinor"?: number; "closesOn"?: string; "product"?: { "id": string; "name"?: string; "nameOfToday"?: boolean }; "openedAt"?: string; "openedAtOn"?: string; "openedAtPrecision"?: "instant" | "day" | "month" | "before"; "wonAt"?: string; "wonAtOn"?: string; "wonAtPrecision"?: "instant" | "day" | "month" | "before"; "lostAt"?: string; "lostAtOn"?: string; "lostAtPrecision"?: "instant" | "day" | "month" | "before"; "reason"?: "price" | "time" | "product" | "relationship" | "project-dropped" | "other" }>; "next"?: string }> }
  "CustomerOpportunitiesAnswer": { "next"?: string; "total"?: number; "rows": Array<{ "id": string; "name": (string | { "erased": true } | { "withheld": true }); "customer": { "id": string; "name"?: string; "nameOfToday"?: boolean }; "unit": { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "owner"?: { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "offeredTo"?: { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "profile": "product-sale" | "project-sale"; "stage": "prospecting" | "engaging" | "needs-agreed" | "offered" | "negotiating" | "specified" | "tendering" | "shortlisted"; "stageSince"?: string; "stageSinceOn"?: string; "stageSincePrecision"?: "instant" | "day" | "month" | "before"; "stageBefore"?: "prospecting" | "engaging" | "needs-agreed" | "offered" | "negotiating" | "specified" | "tendering" | "shortlisted"; "movedAt"?: string; "movedAtOn"?: string; "movedAtPrecision"?: "instant" | "day" | "month" | "before"; "status": "open" | "won" | "lost"; "value"?: { "amountMinor": number; "currency": string; "groupMinor"?: number; "rateDay"?: string; "leftOut"?: string }; "probability"?: number; "weightedMinor"?: number; "closesOn"?: string; "product"?: { "id": string; "name"?: string; "nameOfToday"?: boolean }; "openedAt"?: string; "openedAtOn"?: string; "openedAtPrecision"?: "instant" | "day" | "month" | "before"; "wonAt"?: string; "wonAtOn"?: string; "wonAtPrecision"?: "instant" | "day" | "month" | "before"; "lostAt"?: string; "lostAtOn"?: string; "lostAtPrecision"?: "instant" | "day" | "month" | "before"; "reason"?: "price" | "time" | "product" | "relationship" | "project-dropped" | "other" }> }
  "OpportunityAnswer": { "id": string; "name": (string | { "erased": true } | { "withheld": true }); "customer": { "id": string; "name"?: string; "nameOfToday"?: boolean }; "unit": { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "owner"?: { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "offeredTo"?: { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "profile": "product-sale" | "project-sale"; "stage": "prospecting" | "engaging" | "needs-agreed" | "offered" | "negotiating" | "specified" | "tendering" | "shortlisted"; "stageSince"?: string; "stageSinceOn"?: string; "stageSincePrecision"?: "instant" | "day" | "month" | "before"; "stageBefore"?: "prospecting" | "engaging" | "needs-agreed" | "offered" | "negotiating" | "specified" | "tendering" | "shortlisted"; "movedAt"?: string; "movedAtOn"?: string; "movedAtPrecision"?: "instant" | "day" | "month" | "before"; "status": "open" | "won" | "lost"; "value"?: { "amountMinor": number; "currency": string; "groupMinor"?: number; "rateDay"?: string; "leftOut"?: string }; "probability"?: number; "weightedMinor"?: number; "closesOn"?: string; "product"?: { "id": string; "name"?: string; "nameOfToday"?: boolean }; "openedAt"?: string; "openedAtOn"?: string; "openedAtPrecision"?: "instant" | "day" | "month" | "before"; "wonAt"?: string; "wonAtOn"?: string; "wonAtPrecision"?: "instant" | "day" | "month" | "before"; "lostAt"?: string; "lostAtOn"?: string; "lostAtPrecision"?: "instant" | "day" | "month" | "before"; "reason"?: "price" | "time" | "product" | "relationship" | "project-dropped" | "other"; "stages": Array<{ "stage": "prospecting" | "engaging" | "needs-agreed" | "offered" | "negotiating" | "specified" | "tendering" | "shortlisted" }>; "contacts": Array<{ "id": string; "name"?: (string | { "erased": true } | { "withheld": true }) }>; "customerProject"?: string; "about"?: (string | { "erased": true } | { "withheld": true }); "lostTo"?: string; "why"?: (string | { "erased": true } | { "withheld": true }); "lines": Array<{ "product": { "id": string; "name"?: string; "nameOfToday"?: boolean }; "quantity": string; "price": { "amountMinor": number; "currency": string; "groupMinor"?: number; "rateDay"?: string; "leftOut"?: string } }>; "credit": Array<{ "member": { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "unit": { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "percent": number }> }
  "PromiseMake": { "customer": (string | Schemas["KeyedRecord"]); "unit": string; "what": string; "kind": "promise" | "next-step"; "clock": "calendar" | "business"; "contact"?: (string | Schemas["KeyedRecord"]); "madeIn"?: (string | Schemas["KeyedRecord"]); "due"?: string; "withinHours"?: number; "owner"?: string; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "PromiseAccept": { "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "PromiseDecline": { "why"?: string; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "PromiseHandOver": { "to": string; "why"?: string; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "PromiseReschedule": { "due": string; "agreed"?: string; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "PromiseKeep": { "how"?: string; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "PromiseWithdraw": { "why": string; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "MyPromisesAnswer": { "next"?: string; "total"?: number; "rows": Array<{ "id": string; "what": (string | { "erased": true } | { "withheld": true }); "kind": "promise" | "next-step"; "status": "offered" | "open" | "declined" | "kept" | "kept-late" | "withdrawn"; "due": string; "clock": "calendar" | "business"; "overdue": boolean; "customer": { "id": string; "name"?: string; "nameOfToday"?: boolean }; "unit": { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "contact"?: { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }) }; "madeIn"?: string; "maker": { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "owner"?: { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "offeredTo"?: { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "madeAt"?: string; "madeAtOn"?: string; "madeAtPrecision"?: "instant" | "day" | "month" | "before"; "moves": number; "settledAt"?: string; "settledAtOn"?: string; "settledAtPrecision"?: "instant" | "day" | "month" | "before"; "said"?: (string | { "erased": true } | { "withheld": true }) }>; "offered": Array<{ "id": string; "what": (string | { "erased": true } | { "withheld": true }); "kind": "promise" | "next-step"; "status": "offered" | "open" | "declined" | "kept" | "kept-late" | "withdrawn"; "due": string; "clock": "calendar" | "business"; "overdue": boolean; "customer": { "id": string; "name"?: string; "nameOfToday"?: boolean }; "unit": { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "contact"?: { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }) }; "madeIn"?: string; "maker": { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "owner"?: { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "offeredTo"?: { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "madeAt"?: string; "madeAtOn"?: string; "madeAtPrecision"?: "instant" | "day" | "month" | "before"; "moves": number; "settledAt"?: string; "settledAtOn"?: string; "settledAtPrecision"?: "instant" | "day" | "month" | "before"; "said"?: (string | { "erased": true } | { "withheld": true }) }>; "unowned": Array<{ "id": string; "what": (string | { "erased": true } | { "withheld": true }); "kind": "promise" | "next-step"; "status": "offered" | "open" | "declined" | "kept" | "kept-late" | "withdrawn"; "due": string; "clock": "calendar" | "business"; "overdue": boolean; "customer": { "id": string; "name"?: string; "nameOfToday"?: boolean }; "unit": { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "contact"?: { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }) }; "madeIn"?: string; "maker": { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "owner"?: { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "offeredTo"?: { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "madeAt"?: string; "madeAtOn"?: string; "madeAtPrecision"?: "instant" | "day" | "month" | "before"; "moves": number; "settledAt"?: string; "settledAtOn"?: string; "settledAtPrecision"?: "instant" | "day" | "month" | "before"; "said"?: (string | { "erased": true } | { "withheld": true }) }> }
  "CustomerPromisesAnswer": { "next"?: string; "total"?: number; "rows": Array<{ "id": string; "what": (string | { "erased": true } | { "withheld": true }); "kind": "promise" | "next-step"; "status": "offered" | "open" | "declined" | "kept" | "kept-late" | "withdrawn"; "due": string; "clock": "calendar" | "business"; "overdue": boolean; "customer": { "id": string; "name"?: string; "nameOfToday"?: boolean }; "unit": { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "contact"?: { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }) }; "madeIn"?: string; "maker": { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "owner"?: { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "offeredTo"?: { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "madeAt"?: string; "madeAtOn"?: string; "madeAtPrecision"?: "instant" | "day" | "month" | "before"; "moves": number; "settledAt"?: string; "settledAtOn"?: string; "settledAtPrecision"?: "instant" | "day" | "month" | "before"; "said"?: (string | { "erased": true } | { "withheld": true }) }> }
  "CustomerprojectLearn": { "site"?: string; "startsOn"?: string; "decidesOn"?: string; "whoDecides"?: Array<(string | Schemas["KeyedRecord"])>; "howTheyBuy"?: string; "customer": (string | Schemas["KeyedRecord"]); "name": string; "kind": "renovation" | "new-build" | "new-ship" | "tender" | "other"; "what": string; "learnedFrom"?: (string | Schemas["KeyedRecord"]); "unit"?: string; "value"?: { "amountMinor": number; "currency": string }; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "CustomerprojectEdit": { "site"?: { "was"?: string; "is"?: string }; "startsOn"?: { "was"?: string; "is"?: string }; "decidesOn"?: { "was"?: string; "is"?: string }; "whoDecides"?: { "was"?: Array<(string | Schemas["KeyedRecord"])>; "is"?: Array<(string | Schemas["KeyedRecord"])> }; "howTheyBuy"?: { "was"?: string; "is"?: string }; "name"?: { "was"?: string; "is"?: string }; "kind"?: { "was"?: "renovation" | "new-build" | "new-ship" | "tender" | "other"; "is"?: "renovation" | "new-build" | "new-ship" | "tender" | "other" }; "what"?: { "was"?: string; "is"?: string }; "value"?: { "was"?: { "amountMinor": number; "currency": string }; "is"?: { "amountMinor": number; "currency": string } }; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "CustomerprojectDecide": { "outcome": "ours" | "rival" | "nobody"; "to"?: string; "why"?: string; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "CustomerprojectDrop": { "why"?: string; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "CustomerProjectsAnswer": { "next"?: string; "total"?: number; "rows": Array<{ "id": string; "name": (string | { "erased": true } | { "withheld": true }); "kind": "renovation" | "new-build" | "new-ship" | "tender" | "other"; "status": "open" | "decided" | "dropped"; "what": (string | { "erased": true } | { "withheld": true }); "unit": { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "site"?: string; "startsOn"?: string; "decidesOn"?: string; "value"?: { "amountMinor": number; "currency": string; "groupMinor"?: number; "rateDay"?: string; "leftOut"?: string }; "whoDecides": Array<{ "id": string; "name"?: (string | { "erased": true } | { "withheld": true }) }>; "howTheyBuy"?: (string | { "erased": true } | { "withheld": true }); "learnedFrom"?: string; "learnedAt"?: string; "learnedAtOn"?: string; "learnedAtPrecision"?: "instant" | "day" | "month" | "before"; "knownDaysBefore"?: number; "outcome"?: "ours" | "rival" | "nobody"; "to"?: string; "settledAt"?: string; "settledAtOn"?: string; "settledAtPrecision"?: "instant" | "day" | "month" | "before"; "why"?: (string | { "erased": true } | { "withheld": true }) }> }
  "HandoverMake": { "unit": string; "from"?: string; "records"?: Array<{ "kind": "relationship" | "opportunity" | "promise" | "visit"; "to": string; "why"?: string; "record": string }>; "all"?: Array<{ "kind": "relationship" | "opportunity" | "promise" | "visit"; "to": string; "why"?: string }>; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "HandoverAnswer": { "answers"?: Array<{ "kind": "relationship" | "opportunity" | "promise" | "visit"; "record": string; "accepts": boolean; "why"?: string }>; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before"; "confirmed"?: boolean }
  "ImportsAnswer": { "next"?: string; "total"?: number; "rows": Array<{ "id": string; "source": string; "state": "running" | "stalled" | "completed" | "undoing" | "undone"; "stalled"?: "starter-gone" | "not-allowed" | "files-gone" | "failed"; "by": { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "units"?: Array<string>; "startedAt": string; "lastStepAt": string; "position": string; "total": number; "counts": { "rows": number; "recorded": number; "changed": number; "unchanged": number; "refused": number; "setAside": number; "events": number; "inPart"?: number; "saidAgain"?: number; "vanished"?: number } }> }
  "ImportAnswer": { "id": string; "source": string; "state": "running" | "stalled" | "completed" | "undoing" | "undone"; "stalled"?: "starter-gone" | "not-allowed" | "files-gone" | "failed"; "by": { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "units"?: Array<string>; "startedAt": string; "lastStepAt": string; "position": string; "total": number; "counts": { "rows": number; "recorded": number; "changed": number; "unchanged": number; "refused": number; "setAside": number; "events": number; "inPart"?: number; "saidAgain"?: number; "vanished"?: number }; "reasons": Array<{ "list": "setAside" | "refused" | "warned"; "why": string; "rows": number; "file": (string | { "erased": true } | { "withheld": true }); "line": number }>; "setAside": Array<{ "file": (string | { "erased": true } | { "withheld": true }); "line": number; "why": string; "column"?: (string | { "erased": true } | { "withheld": true }); "inPart"?: boolean; "further"?: boolean }>; "refused": Array<{ "file": (string | { "erased": true } | { "withheld": true }); "line": number; "why": string; "column"?: (string | { "erased": true } | { "withheld": true }); "inPart"?: boolean; "further"?: boolean }>; "warned": Array<{ "file": (string | { "erased": true } | { "withheld": true }); "line": number; "why": string; "column"?: (string | { "erased": true } | { "withheld": true }); "inPart"?: boolean; "further"?: boolean }>; "vanished": Array<{ "target": string; "stream": string; "became": "listed" | "ended" | "retracted" | "refused"; "why"?: string; "by"?: string; "name"?: (string | { "erased": true } | { "withheld": true }); "customer"?: { "id": string; "name"?: string; "nameOfToday"?: boolean } }>; "next"?: string }
  "ImportUndoAnswer": { "retracted": Array<{ "event": string; "stream": string; "type": string; "fields"?: Array<string>; "kindName"?: string; "record": { "stream": string; "name"?: (string | { "erased": true } | { "withheld": true }); "customer"?: { "id": string; "name"?: string; "nameOfToday"?: boolean } } }>; "restored": Array<{ "event": string; "stream": string; "type": string; "fields"?: Array<string>; "kindName"?: string; "record": { "stream": string; "name"?: (string | { "erased": true } | { "withheld": true }); "customer"?: { "id": string; "name"?: string; "nameOfToday"?: boolean } } }>; "kept": Array<{ "event": string; "stream": string; "type": string; "fields"?: Array<string>; "why": "used-since" | "needed-by-kept" | "changed-since" | "not-allowed"; "by"?: string; "byStream"?: string; "kindName"?: string; "record": { "stream": string; "name"?: (string | { "erased": true } | { "withheld": true }); "customer"?: { "id": string; "name"?: string; "nameOfToday"?: boolean } }; "keeping"?: { "event": string; "kindName"?: string; "who"?: { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "recordedAt"?: string; "record"?: { "stream": string; "name"?: (string | { "erased": true } | { "withheld": true }); "customer"?: { "id": string; "name"?: string; "nameOfToday"?: boolean } } }; "because": (string | { "erased": true } | { "withheld": true }) }>; "next"?: string }
  "MetricsAnswer": { "next"?: string; "total"?: number; "rows": Array<{ "name": string; "label": string; "question": string; "formula": string; "kind": "flow" | "stock" | "ratio" | "duration" | "distinct"; "unit": "count" | "percent" | "money" | "days" | "hours"; "currency"?: string; "better": "higher" | "lower" | "neither"; "owner": "sales" | "marketing" | "communications" | "service" | "product-development" | "projects" | "logistics" | "finance" | "hr" | "management"; "dimensions": Array<"unit" | "subsidiary" | "country" | "member" | "function" | "product" | "line" | "brand" | "sector" | "status" | "stage" | "profile"> }> }
  "FiguresAnswer": { "complete"?: number; "metric": { "name": string; "label": string; "question": string; "formula": string; "kind": "flow" | "stock" | "ratio" | "duration" | "distinct"; "unit": "count" | "percent" | "money" | "days" | "hours"; "currency"?: string; "better": "higher" | "lower" | "neither"; "owner": "sales" | "marketing" | "communications" | "service" | "product-development" | "projects" | "logistics" | "finance" | "hr" | "management"; "dimensions": Array<"unit" | "subsidiary" | "country" | "member" | "function" | "product" | "line" | "brand" | "sector" | "status" | "stage" | "profile"> }; "figures": Array<{ "period"?: { "name": string; "from": string; "to": string }; "value"?: number; "part"?: number; "whole"?: number; "count"?: number; "p90"?: number; "amounts"?: number; "unvalued"?: Array<{ "currency": string; "count": number }>; "leftOut"?: string; "compared"?: number; "comparedUnvalued"?: Array<{ "currency": string; "count": number }>; "comparedAmounts"?: number; "comparedLeftOut"?: string; "change"?: number; "unit"?: string; "subsidiary"?: string; "country"?: string; "member"?: string; "function"?: string; "product"?: string; "line"?: string; "brand"?: string; "sector"?: string; "status"?: string; "stage"?: string; "profile"?: string }>; "from": string; "to": string; "known"?: string; "names": Array<{ "id": string; "name"?: (string | { "erased": true } | { "withheld": true }) }> }
  "ManyFiguresAnswer": { "from": string; "to": string; "known"?: string; "metrics": Array<{ "complete"?: number; "metric": { "name": string; "label": string; "question": string; "formula": string; "kind": "flow" | "stock" | "ratio" | "duration" | "distinct"; "unit": "count" | "percent" | "money" | "days" | "hours"; "currency"?: string; "better": "higher" | "lower" | "neither"; "owner": "sales" | "marketing" | "communications" | "service" | "product-development" | "projects" | "logistics" | "finance" | "hr" | "management"; "dimensions": Array<"unit" | "subsidiary" | "country" | "member" | "function" | "product" | "line" | "brand" | "sector" | "status" | "stage" | "profile"> }; "figures": Array<{ "period"?: { "name": string; "from": string; "to": string }; "value"?: number; "part"?: number; "whole"?: number; "count"?: number; "p90"?: number; "amounts"?: number; "unvalued"?: Array<{ "currency": string; "count": number }>; "leftOut"?: string; "compared"?: number; "comparedUnvalued"?: Array<{ "currency": string; "count": number }>; "comparedAmounts"?: number; "comparedLeftOut"?: string; "change"?: number; "unit"?: string; "subsidiary"?: string; "country"?: string; "member"?: string; "function"?: string; "product"?: string; "line"?: string; "brand"?: string; "sector"?: string; "status"?: string; "stage"?: string; "profile"?: string }> }>; "names": Array<{ "id": string; "name"?: (string | { "erased": true } | { "withheld": true }) }> }
  "FigureEventsAnswer": { "events": Array<{ "day": string; "known": string; "value"?: number; "whole": number; "length"?: number; "amount"?: { "amountMinor": number; "currency": string }; "rateDay"?: string; "event": string; "position": string; "type": string; "kindName"?: string; "at"?: string; "occurred"?: string; "precision": "instant" | "day" | "month" | "before"; "recordedAt": string; "record": { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }) }; "actor": { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "member"?: { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "unit"?: { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "customer"?: { "id": string; "name"?: string; "nameOfToday"?: boolean } }>; "hidden": number; "amounts"?: number; "unvalued"?: Array<{ "currency": string; "count": number }>; "leftOut"?: string; "next"?: string; "metric": { "name": string; "label": string; "question": string; "formula": string; "kind": "flow" | "stock" | "ratio" | "duration" | "distinct"; "unit": "count" | "percent" | "money" | "days" | "hours"; "currency"?: string; "better": "higher" | "lower" | "neither"; "owner": "sales" | "marketing" | "communications" | "service" | "product-development" | "projects" | "logistics" | "finance" | "hr" | "management"; "dimensions": Array<"unit" | "subsidiary" | "country" | "member" | "function" | "product" | "line" | "brand" | "sector" | "status" | "stage" | "profile"> } }
  "CustomersAnswer": { "next"?: string; "total"?: number; "rows": Array<{ "id": string; "name"?: string; "sector"?: "hospitality" | "healthcare" | "food-service" | "laboratory" | "pharma" | "marine" | "retail" | "education" | "industry" | "technology" | "software" | "telecommunications" | "finance" | "marketing" | "employment" | "entertainment" | "services" | "other"; "country"?: string; "city"?: string; "employees"?: number; "parent"?: { "id": string; "name"?: string; "nameOfToday"?: boolean }; "units": Array<{ "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }>; "stage"?: "identified" | "exploratory" | "basic" | "cooperative" | "interdependent" | "integrated" | "ended"; "openOpportunities"?: number; "openGroupMinor"?: number; "openUnvalued"?: Array<{ "currency": string; "count": number }>; "openLeftOut"?: string; "lastTouch"?: string; "lastTouchOn"?: string; "lastTouchPrecision"?: "instant" | "day" | "month" | "before"; "here"?: { "unit": { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "stage": "identified" | "exploratory" | "basic" | "cooperative" | "interdependent" | "integrated" | "ended"; "stageSince"?: string; "stageSinceOn"?: string; "stageSincePrecision"?: "instant" | "day" | "month" | "before"; "status": "prospect" | "one-off" | "continuing" | "passive" | "lost"; "owner"?: { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "keyAccount": boolean; "lastTouch"?: string; "lastTouchOn"?: string; "lastTouchPrecision"?: "instant" | "day" | "month" | "before" }; "spark"?: { "stages": Array<string>; "passiveFrom"?: string; "week"?: number; "weeks"?: string; "before"?: string } }> }
  "MergesAnswer": { "next"?: string; "total"?: number; "rows": Array<{ "status": "standing" | "void" | "taken-back"; "made": { "event": string; "recordedAt": string; "who": { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean } }; "ended"?: { "event": string; "recordedAt": string; "who": { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean } }; "recorded": Array<{ "event": string; "position": string; "record": string; "at"?: string; "occurred"?: string; "precision": "instant" | "day" | "month" | "before"; "recordedAt": string; "kind": string; "kindName"?: string; "unit"?: { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "function"?: "sales" | "marketing" | "communications" | "service" | "product-development" | "projects" | "logistics" | "finance" | "hr" | "management"; "who": { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "contacts"?: Array<{ "id": string; "name"?: (string | { "erased": true } | { "withheld": true }) }>; "summary"?: (string | { "erased": true } | { "withheld": true }); "language"?: string; "gist"?: (string | { "erased": true } | { "withheld": true }); "restated": boolean; "unreadable"?: boolean; "private": boolean }>; "more": boolean; "customer": { "id": string; "name"?: string; "nameOfToday"?: boolean }; "into": { "id": string; "name"?: string; "nameOfToday"?: boolean } }> }
  "ContactMergesAnswer": { "next"?: string; "total"?: number; "rows": Array<{ "status": "standing" | "void" | "taken-back"; "made": { "event": string; "recordedAt": string; "who": { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean } }; "ended"?: { "event": string; "recordedAt": string; "who": { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean } }; "recorded": Array<{ "event": string; "position": string; "record": string; "at"?: string; "occurred"?: string; "precision": "instant" | "day" | "month" | "before"; "recordedAt": string; "kind": string; "kindName"?: string; "unit"?: { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "function"?: "sales" | "marketing" | "communications" | "service" | "product-development" | "projects" | "logistics" | "finance" | "hr" | "management"; "who": { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "contacts"?: Array<{ "id": string; "name"?: (string | { "erased": true } | { "withheld": true }) }>; "summary"?: (string | { "erased": true } | { "withheld": true }); "language"?: string; "gist"?: (string | { "erased": true } | { "withheld": true }); "restated": boolean; "unreadable"?: boolean; "private": boolean }>; "more": boolean; "contact": { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }) }; "into": { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }) } }> }
  "TimelineAnswer": { "next"?: string; "total"?: number; "customer": { "id": string; "name"?: string; "nameOfToday"?: boolean }; "stopped"?: { "since": string; "position": string; "sentence": string }; "rows": Array<{ "event": string; "position": string; "record": string; "at"?: string; "occurred"?: string; "precision": "instant" | "day" | "month" | "before"; "recordedAt": string; "kind": string; "kindName"?: string; "unit"?: { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "function"?: "sales" | "marketing" | "communications" | "service" | "product-development" | "projects" | "logistics" | "finance" | "hr" | "management"; "who": { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "contacts"?: Array<{ "id": string; "name"?: (string | { "erased": true } | { "withheld": true }) }>; "summary"?: (string | { "erased": true } | { "withheld": true }); "language"?: string; "gist"?: (string | { "erased": true } | { "withheld": true }); "restated": boolean; "unreadable"?: boolean; "private": boolean }> }
  "ScoreAnswer": { "customer": { "id": string; "name"?: string; "nameOfToday"?: boolean }; "stopped"?: { "since": string; "position": string; "sentence": string }; "now": string; "begins"?: string; "writtenSince"?: string; "units": Array<{ "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }>; "members": Array<{ "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }>; "contacts": Array<{ "id": string; "name"?: (string | { "erased": true } | { "withheld": true }) }>; "known": { "position": Array<number>; "recordedMs": Array<number> }; "rows": { "kind": Array<number>; "beforeMs": Array<number>; "from": Array<number>; "superseded": Array<{ "place": number; "until": number }>; "occurred"?: Array<string>; "kinds": Array<{ "line": string; "unit"?: string; "member"?: string; "contact"?: string; "says"?: unknown; "precision"?: "instant" | "day" | "month" | "before"; "ends"?: boolean; "unvalued"?: string }>; "back": Array<number>; "amounts": Array<{ "row": number; "groupMinor": number }> }; "marks"?: { "kind": Array<number>; "beforeMs": Array<number>; "from": Array<number>; "superseded": Array<{ "place": number; "until": number }>; "occurred"?: Array<string>; "kinds": Array<{ "line": string; "unit"?: string; "member"?: string; "contact"?: string; "says"?: unknown; "precision"?: "instant" | "day" | "month" | "before"; "thing"?: string }> }; "weeks"?: { "kinds": Array<{ "line": string; "unit"?: string; "member"?: string; "contact"?: string; "says"?: unknown; "precision"?: "instant" | "day" | "month" | "before" }>; "kind": Array<number>; "week": Array<number>; "count": Array<number>; "from": Array<number>; "superseded": Array<{ "place": number; "until": number }> } }
  "ContactTimelineAnswer": { "next"?: string; "total"?: number; "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "stopped"?: { "since": string; "position": string; "sentence": string }; "rows": Array<{ "event": string; "position": string; "record": string; "at"?: string; "occurred"?: string; "precision": "instant" | "day" | "month" | "before"; "recordedAt": string; "kind": string; "kindName"?: string; "unit"?: { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "function"?: "sales" | "marketing" | "communications" | "service" | "product-development" | "projects" | "logistics" | "finance" | "hr" | "management"; "who": { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "contacts"?: Array<{ "id": string; "name"?: (string | { "erased": true } | { "withheld": true }) }>; "summary"?: (string | { "erased": true } | { "withheld": true }); "language"?: string; "gist"?: (string | { "erased": true } | { "withheld": true }); "restated": boolean; "unreadable"?: boolean; "private": boolean; "customers": Array<{ "id": string; "name"?: string; "nameOfToday"?: boolean }> }> }
  "CustomerEventAnswer": { "position": string; "typeName"?: string; "who": { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "unit"?: { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "language"?: string; "corrects"?: { "event": string; "position": string; "type": string; "typeName"?: string; "occurred"?: string; "precision": "instant" | "day" | "month" | "before"; "recordedAt": string; "who": { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "mode"?: "restate" | "retract"; "summary"?: (string | { "erased": true } | { "withheld": true }); "language"?: string }; "correctedBy": Array<{ "event": string; "position": string; "type": string; "typeName"?: string; "occurred"?: string; "precision": "instant" | "day" | "month" | "before"; "recordedAt": string; "who": { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "mode"?: "restate" | "retract"; "summary"?: (string | { "erased": true } | { "withheld": true }); "language"?: string }>; "record": Array<{ "event": string; "position": string; "type": string; "typeName"?: string; "occurred"?: string; "precision": "instant" | "day" | "month" | "before"; "recordedAt": string; "who": { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "mode"?: "restate" | "retract"; "summary"?: (string | { "erased": true } | { "withheld": true }); "language"?: string }>; "causes": Array<{ "event": string; "position": string; "type": string; "typeName"?: string; "occurred"?: string; "precision": "instant" | "day" | "month" | "before"; "recordedAt": string; "who": { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "mode"?: "restate" | "retract"; "summary"?: (string | { "erased": true } | { "withheld": true }); "language"?: string }>; "effects": Array<{ "event": string; "position": string; "type": string; "typeName"?: string; "occurred"?: string; "precision": "instant" | "day" | "month" | "before"; "recordedAt": string; "who": { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "mode"?: "restate" | "retract"; "summary"?: (string | { "erased": true } | { "withheld": true }); "language"?: string }>; "customers": Array<{ "id": string; "name"?: string; "nameOfToday"?: boolean }>; "contacts": Array<{ "id": string; "name"?: (string | { "erased": true } | { "withheld": true }) }>; "members": Array<{ "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }>; "products": Array<{ "id": string; "name"?: string; "nameOfToday"?: boolean }> }
  "ContactEventAnswer": { "position": string; "typeName"?: string; "who": { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "unit"?: { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "language"?: string; "corrects"?: { "event": string; "position": string; "type": string; "typeName"?: string; "occurred"?: string; "precision": "instant" | "day" | "month" | "before"; "recordedAt": string; "who": { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "mode"?: "restate" | "retract"; "summary"?: (string | { "erased": true } | { "withheld": true }); "language"?: string }; "correctedBy": Array<{ "event": string; "position": string; "type": string; "typeName"?: string; "occurred"?: string; "precision": "instant" | "day" | "month" | "before"; "recordedAt": string; "who": { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "mode"?: "restate" | "retract"; "summary"?: (string | { "erased": true } | { "withheld": true }); "language"?: string }>; "record": Array<{ "event": string; "position": string; "type": string; "typeName"?: string; "occurred"?: string; "precision": "instant" | "day" | "month" | "before"; "recordedAt": string; "who": { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "mode"?: "restate" | "retract"; "summary"?: (string | { "erased": true } | { "withheld": true }); "language"?: string }>; "causes": Array<{ "event": string; "position": string; "type": string; "typeName"?: string; "occurred"?: string; "precision": "instant" | "day" | "month" | "before"; "recordedAt": string; "who": { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "mode"?: "restate" | "retract"; "summary"?: (string | { "erased": true } | { "withheld": true }); "language"?: string }>; "effects": Array<{ "event": string; "position": string; "type": string; "typeName"?: string; "occurred"?: string; "precision": "instant" | "day" | "month" | "before"; "recordedAt": string; "who": { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "mode"?: "restate" | "retract"; "summary"?: (string | { "erased": true } | { "withheld": true }); "language"?: string }>; "customers": Array<{ "id": string; "name"?: string; "nameOfToday"?: boolean }>; "contacts": Array<{ "id": string; "name"?: (string | { "erased": true } | { "withheld": true }) }>; "members": Array<{ "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }>; "products": Array<{ "id": string; "name"?: string; "nameOfToday"?: boolean }> }
  "MyChangesAnswer": { "next"?: string; "total"?: number; "customers": number; "rows": Array<{ "event": string; "position": string; "record": string; "at"?: string; "occurred"?: string; "precision": "instant" | "day" | "month" | "before"; "recordedAt": string; "kind": string; "kindName"?: string; "unit"?: { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "function"?: "sales" | "marketing" | "communications" | "service" | "product-development" | "projects" | "logistics" | "finance" | "hr" | "management"; "who": { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "contacts"?: Array<{ "id": string; "name"?: (string | { "erased": true } | { "withheld": true }) }>; "summary"?: (string | { "erased": true } | { "withheld": true }); "language"?: string; "gist"?: (string | { "erased": true } | { "withheld": true }); "restated": boolean; "unreadable"?: boolean; "private": boolean; "customer": { "id": string; "name"?: string; "nameOfToday"?: boolean }; "otherUnit": boolean }>; "offered": Array<{ "id": string; "what": (string | { "erased": true } | { "withheld": true }); "language"?: string; "unit": { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "kind": string; "due": string; "overdue": boolean; "owner"?: { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "offeredTo"?: { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "customer": { "id": string; "name"?: string; "nameOfToday"?: boolean } }>; "handovers": Array<{ "kind": "relationship" | "opportunity" | "promise" | "visit"; "record": string; "customer": { "id": string; "name"?: string; "nameOfToday"?: boolean }; "unit": { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "from"?: { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean } }>; "breaking": Array<{ "id": string; "what": (string | { "erased": true } | { "withheld": true }); "language"?: string; "unit": { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "kind": string; "due": string; "overdue": boolean; "owner"?: { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "offeredTo"?: { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "customer": { "id": string; "name"?: string; "nameOfToday"?: boolean } }> }
  "HierarchyAnswer": { "id": string; "rows": Array<{ "id": string; "name"?: string; "parent"?: string; "depth": number; "sector"?: "hospitality" | "healthcare" | "food-service" | "laboratory" | "pharma" | "marine" | "retail" | "education" | "industry" | "technology" | "software" | "telecommunications" | "finance" | "marketing" | "employment" | "entertainment" | "services" | "other"; "country"?: string; "units": Array<{ "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }>; "stage"?: "identified" | "exploratory" | "basic" | "cooperative" | "interdependent" | "integrated" | "ended" }>; "more": boolean }
  "ReplayAnswer": { "customer": { "id": string; "name"?: string; "nameOfToday"?: boolean }; "stopped"?: { "since": string; "position": string; "sentence": string }; "steps": Array<{ "event": string; "position": string; "type": string; "kindName"?: string; "occurred"?: string; "precision": "instant" | "day" | "month" | "before"; "recordedAt": string; "who": { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "unit"?: { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "corrects"?: string; "mode"?: "restate" | "retract"; "private": boolean; "says": unknown; "changes": Array<{ "view": string; "key": string; "fields": Array<{ "path": string; "before"?: unknown; "after"?: unknown }> }> }>; "next"?: string }
  "CustomerDuplicatesAnswer": { "next"?: string; "total"?: number; "rows": Array<{ "one": { "id": string; "name"?: string; "sector"?: "hospitality" | "healthcare" | "food-service" | "laboratory" | "pharma" | "marine" | "retail" | "education" | "industry" | "technology" | "software" | "telecommunications" | "finance" | "marketing" | "employment" | "entertainment" | "services" | "other"; "country"?: string; "city"?: string; "employees"?: number; "parent"?: { "id": string; "name"?: string; "nameOfToday"?: boolean }; "units": Array<{ "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }>; "stage"?: "identified" | "exploratory" | "basic" | "cooperative" | "interdependent" | "integrated" | "ended"; "openOpportunities"?: number; "openGroupMinor"?: number; "openUnvalued"?: Array<{ "currency": string; "count": number }>; "openLeftOut"?: string; "lastTouch"?: string; "lastTouchOn"?: string; "lastTouchPrecision"?: "instant" | "day" | "month" | "before"; "here"?: { "unit": { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "stage": "identified" | "exploratory" | "basic" | "cooperative" | "interdependent" | "integrated" | "ended"; "stageSince"?: string; "stageSinceOn"?: string; "stageSincePrecision"?: "instant" | "day" | "month" | "before"; "status": "prospect" | "one-off" | "continuing" | "passive" | "lost"; "owner"?: { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "keyAccount": boolean; "lastTouch"?: string; "lastTouchOn"?: string; "lastTouchPrecision"?: "instant" | "day" | "month" | "before" }; "spark"?: { "stages": Array<string>; "passiveFrom"?: string; "week"?: number; "weeks"?: string; "before"?: string } }; "other": { "id": string; "name"?: string; "sector"?: "hospitality" | "healthcare" | "food-service" | "laboratory" | "pharma" | "marine" | "retail" | "education" | "industry" | "technology" | "software" | "telecommunications" | "finance" | "marketing" | "employment" | "entertainment" | "services" | "other"; "country"?: string; "city"?: string; "employees"?: number; "parent"?: { "id": string; "name"?: string; "nameOfToday"?: boolean }; "units": Array<{ "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }>; "stage"?: "identified" | "exploratory" | "basic" | "cooperative" | "interdependent" | "integrated" | "ended"; "openOpportunities"?: number; "openGroupMinor"?: number; "openUnvalued"?: Array<{ "currency": string; "count": number }>; "openLeftOut"?: string; "lastTouch"?: string; "lastTouchOn"?: string; "lastTouchPrecision"?: "instant" | "day" | "month" | "before"; "here"?: { "unit": { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "stage": "identified" | "exploratory" | "basic" | "cooperative" | "interdependent" | "integrated" | "ended"; "stageSince"?: string; "stageSinceOn"?: string; "stageSincePrecision"?: "instant" | "day" | "month" | "before"; "status": "prospect" | "one-off" | "continuing" | "passive" | "lost"; "owner"?: { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "keyAccount": boolean; "lastTouch"?: string; "lastTouchOn"?: string; "lastTouchPrecision"?: "instant" | "day" | "month" | "before" }; "spark"?: { "stages": Array<string>; "passiveFrom"?: string; "week"?: number; "weeks"?: string; "before"?: string } }; "reasons": Array<"said" | "identifier" | "name" | "phone" | "city" | "website"> }> }
  "ContactDuplicatesAnswer": { "next"?: string; "total"?: number; "rows": Array<{ "one": { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "title"?: (string | { "erased": true } | { "withheld": true }); "customers": Array<{ "id": string; "name"?: string; "nameOfToday"?: boolean }> }; "other": { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "title"?: (string | { "erased": true } | { "withheld": true }); "customers": Array<{ "id": string; "name"?: string; "nameOfToday"?: boolean }> }; "reasons": Array<"mail" | "name" | "phone" | "customer"> }> }
  "RelationshipsAnswer": { "next"?: string; "total"?: number; "rows": Array<{ "id": string; "unit": { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "stage": "identified" | "exploratory" | "basic" | "cooperative" | "interdependent" | "integrated" | "ended"; "stageSince"?: string; "stageSinceOn"?: string; "stageSincePrecision"?: "instant" | "day" | "month" | "before"; "stageBefore"?: "identified" | "exploratory" | "basic" | "cooperative" | "interdependent" | "integrated" | "ended"; "why"?: (string | { "erased": true } | { "withheld": true }); "evidence": Array<string>; "from": Array<{ "event": string; "position": string }>; "status": "prospect" | "one-off" | "continuing" | "passive" | "lost"; "statusSince"?: string; "next"?: { "status": "prospect" | "one-off" | "continuing" | "passive" | "lost"; "from": string }; "owner"?: { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "offeredTo"?: { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "with": Array<{ "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }>; "target"?: { "stage": "identified" | "exploratory" | "basic" | "cooperative" | "interdependent" | "integrated" | "ended"; "by"?: string }; "keyAccount": boolean; "purchases": number; "lastPurchase"?: string; "boughtGroupMinor": number; "boughtUnvalued"?: Array<{ "currency": string; "count": number }>; "boughtLeftOut"?: string; "touches": number; "lastTouch"?: string; "lastTouchOn"?: string; "lastTouchPrecision"?: "instant" | "day" | "month" | "before"; "byFunction": Array<{ "function": "sales" | "marketing" | "communications" | "service" | "product-development" | "projects" | "logistics" | "finance" | "hr" | "management"; "kind": string; "kindName"?: string; "at"?: string; "atOn"?: string; "atPrecision"?: "instant" | "day" | "month" | "before"; "touches": number; "gist"?: (string | { "erased": true } | { "withheld": true }); "from": Array<{ "event": string; "position": string }> }>; "customer": { "id": string; "name"?: string; "nameOfToday"?: boolean }; "sector"?: "hospitality" | "healthcare" | "food-service" | "laboratory" | "pharma" | "marine" | "retail" | "education" | "industry" | "technology" | "software" | "telecommunications" | "finance" | "marketing" | "employment" | "entertainment" | "services" | "other"; "spark": { "stages": Array<string>; "passiveFrom"?: string; "week"?: number; "weeks"?: string; "before"?: string } }>; "stages": Array<{ "stage": "identified" | "exploratory" | "basic" | "cooperative" | "interdependent" | "integrated" | "ended"; "name": string; "count": number; "target"?: number }> }
  "RelationshipBoardAnswer": { "currency"?: string; "columns": Array<{ "stage": "identified" | "exploratory" | "basic" | "cooperative" | "interdependent" | "integrated" | "ended"; "name": string; "total": number; "boughtGroupMinor": number; "boughtUnvalued": number; "boughtLeftOut"?: string; "rows": Array<{ "id": string; "unit": { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "stage": "identified" | "exploratory" | "basic" | "cooperative" | "interdependent" | "integrated" | "ended"; "stageSince"?: string; "stageSinceOn"?: string; "stageSincePrecision"?: "instant" | "day" | "month" | "before"; "stageBefore"?: "identified" | "exploratory" | "basic" | "cooperative" | "interdependent" | "integrated" | "ended"; "why"?: (string | { "erased": true } | { "withheld": true }); "evidence": Array<string>; "from": Array<{ "event": string; "position": string }>; "status": "prospect" | "one-off" | "continuing" | "passive" | "lost"; "statusSince"?: string; "next"?: { "status": "prospect" | "one-off" | "continuing" | "passive" | "lost"; "from": string }; "owner"?: { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "offeredTo"?: { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "with": Array<{ "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }>; "target"?: { "stage": "identified" | "exploratory" | "basic" | "cooperative" | "interdependent" | "integrated" | "ended"; "by"?: string }; "keyAccount": boolean; "purchases": number; "lastPurchase"?: string; "boughtGroupMinor": number; "boughtUnvalued"?: Array<{ "currency": string; "count": number }>; "boughtLeftOut"?: string; "touches": number; "lastTouch"?: string; "lastTouchOn"?: string; "lastTouchPrecision"?: "instant" | "day" | "month" | "before"; "byFunction": Array<{ "function": "sales" | "marketing" | "communications" | "service" | "product-development" | "projects" | "logistics" | "finance" | "hr" | "management"; "kind": string; "kindName"?: string; "at"?: string; "atOn"?: string; "atPrecision"?: "instant" | "day" | "month" | "before"; "touches": number; "gist"?: (string | { "erased": true } | { "withheld": true }); "from": Array<{ "event": string; "position": string }> }>; "customer": { "id": string; "name"?: string; "nameOfToday"?: boolean }; "sector"?: "hospitality" | "healthcare" | "food-service" | "laboratory" | "pharma" | "marine" | "retail" | "education" | "industry" | "technology" | "software" | "telecommunications" | "finance" | "marketing" | "employment" | "entertainment" | "services" | "other"; "spark": { "stages": Array<string>; "passiveFrom"?: string; "week"?: number; "weeks"?: string; "before"?: string } }>; "next"?: string }> }
  "RelationshipAnswer": { "id": string; "customer": { "id": string; "name"?: string; "nameOfToday"?: boolean }; "stopped"?: { "since": string; "position": string; "sentence": string }; "standing"?: { "id": string; "unit": { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "stage": "identified" | "exploratory" | "basic" | "cooperative" | "interdependent" | "integrated" | "ended"; "stageSince"?: string; "stageSinceOn"?: string; "stageSincePrecision"?: "instant" | "day" | "month" | "before"; "stageBefore"?: "identified" | "exploratory" | "basic" | "cooperative" | "interdependent" | "integrated" | "ended"; "why"?: (string | { "erased": true } | { "withheld": true }); "evidence": Array<string>; "from": Array<{ "event": string; "position": string }>; "status": "prospect" | "one-off" | "continuing" | "passive" | "lost"; "statusSince"?: string; "next"?: { "status": "prospect" | "one-off" | "continuing" | "passive" | "lost"; "from": string }; "owner"?: { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "offeredTo"?: { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "with": Array<{ "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }>; "target"?: { "stage": "identified" | "exploratory" | "basic" | "cooperative" | "interdependent" | "integrated" | "ended"; "by"?: string }; "keyAccount": boolean; "purchases": number; "lastPurchase"?: string; "boughtGroupMinor": number; "boughtUnvalued"?: Array<{ "currency": string; "count": number }>; "boughtLeftOut"?: string; "touches": number; "lastTouch"?: string; "lastTouchOn"?: string; "lastTouchPrecision"?: "instant" | "day" | "month" | "before"; "byFunction": Array<{ "function": "sales" | "marketing" | "communications" | "service" | "product-development" | "projects" | "logistics" | "finance" | "hr" | "management"; "kind": string; "kindName"?: string; "at"?: string; "atOn"?: string; "atPrecision"?: "instant" | "day" | "month" | "before"; "touches": number; "gist"?: (string | { "erased": true } | { "withheld": true }); "from": Array<{ "event": string; "position": string }> }> }; "history": Array<{ "decision": string; "decisionName"?: string; "at"?: string; "atOn"?: string; "atPrecision"?: "instant" | "day" | "month" | "before"; "who": { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "before"?: string; "beforeName"?: string; "after"?: string; "afterName"?: string; "why"?: (string | { "erased": true } | { "withheld": true }); "evidence": Array<string>; "from": { "event": string; "position": string } }> }
  "TouchpointAnswer": { "id": string; "customers": Array<{ "id": string; "name"?: string; "nameOfToday"?: boolean }>; "contacts": Array<{ "id": string; "name"?: (string | { "erased": true } | { "withheld": true }) }>; "kind": string; "held": boolean; "steps": Array<{ "event": string; "position": string; "record": string; "at"?: string; "occurred"?: string; "precision": "instant" | "day" | "month" | "before"; "recordedAt": string; "kind": string; "kindName"?: string; "unit"?: { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "function"?: "sales" | "marketing" | "communications" | "service" | "product-development" | "projects" | "logistics" | "finance" | "hr" | "management"; "who": { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "contacts"?: Array<{ "id": string; "name"?: (string | { "erased": true } | { "withheld": true }) }>; "summary"?: (string | { "erased": true } | { "withheld": true }); "language"?: string; "gist"?: (string | { "erased": true } | { "withheld": true }); "restated": boolean; "unreadable"?: boolean; "private": boolean; "says": unknown }>; "corrections": Array<{ "corrects": string; "mode": string; "who": { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "recordedAt": string; "position": string }> }
  "MyVisitsAnswer": { "overdue": Array<{ "id": string; "kind": string; "unit": { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "owner": { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "startsAt": string; "place"?: (string | { "erased": true } | { "withheld": true }); "goal"?: (string | { "erased": true } | { "withheld": true }); "language"?: string; "held": boolean; "heldOn"?: string; "customer": { "id": string; "name"?: string; "nameOfToday"?: boolean } }>; "overdueTotal": number; "today": Array<{ "id": string; "kind": string; "unit": { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "owner": { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "startsAt": string; "place"?: (string | { "erased": true } | { "withheld": true }); "goal"?: (string | { "erased": true } | { "withheld": true }); "language"?: string; "held": boolean; "heldOn"?: string; "customer": { "id": string; "name"?: string; "nameOfToday"?: boolean } }>; "coming": Array<{ "id": string; "kind": string; "unit": { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "owner": { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "startsAt": string; "place"?: (string | { "erased": true } | { "withheld": true }); "goal"?: (string | { "erased": true } | { "withheld": true }); "language"?: string; "held": boolean; "heldOn"?: string; "customer": { "id": string; "name"?: string; "nameOfToday"?: boolean } }>; "toEvaluate": Array<{ "id": string; "kind": string; "unit": { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "owner": { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "startsAt": string; "place"?: (string | { "erased": true } | { "withheld": true }); "goal"?: (string | { "erased": true } | { "withheld": true }); "language"?: string; "held": boolean; "heldOn"?: string; "customer": { "id": string; "name"?: string; "nameOfToday"?: boolean } }>; "toEvaluateTotal": number; "unevaluated": number }
  "LeftBehindAnswer": { "next"?: string; "total"?: number; "totals": { "relationships": number; "opportunities": number; "promises": number; "visits": number }; "rows": Array<{ "kind": "relationship" | "opportunity" | "promise" | "visit"; "id": string; "what"?: (string | { "erased": true } | { "withheld": true }); "customer": { "id": string; "name"?: string; "nameOfToday"?: boolean }; "unit": { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "because": string; "owner"?: { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "closesOn"?: string; "due"?: string; "startsAt"?: string; "offeredTo"?: { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "declinedBy"?: { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "declinedWhy"?: (string | { "erased": true } | { "withheld": true }) }> }
  "RecordNamesAnswer": { "next"?: string; "total"?: number; "rows": Array<{ "stream": string; "name"?: (string | { "erased": true } | { "withheld": true }); "customer"?: { "id": string; "name"?: string; "nameOfToday"?: boolean } }> }
  "CustomerAnswer": { "id": string; "name"?: string; "nameOfToday"?: boolean; "askedFor"?: string; "known": boolean; "own": boolean; "sentence": string; "stopped"?: { "since": string; "position": string; "sentence": string }; "units": Array<{ "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }>; "sector"?: "hospitality" | "healthcare" | "food-service" | "laboratory" | "pharma" | "marine" | "retail" | "education" | "industry" | "technology" | "software" | "telecommunications" | "finance" | "marketing" | "employment" | "entertainment" | "services" | "other"; "sections"?: Array<{ "name": string; "title": string; "parts": Array<string> }>; "parts"?: { "differences": Array<{ "of": "stage" | "status" | "key-account"; "values": Array<{ "unit": { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "value": string; "valueName"?: string }> }>; "shared": Array<{ "matter": string; "units": Array<{ "unit": { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "value": string; "valueName"?: string }> }>; "register": { "fields": Array<{ "field": string; "value": unknown; "valueName"?: string; "from": Array<{ "event": string; "position": string }> }>; "unknown": Array<string>; "parent"?: { "id": string; "name"?: string; "nameOfToday"?: boolean }; "daughters"?: Array<{ "id": string; "name"?: string; "nameOfToday"?: boolean }>; "moreDaughters": boolean; "sites": Array<{ "site": string; "name": string; "country"?: string; "street"?: string; "city"?: string; "record"?: string }>; "identifiers": Array<{ "scheme": string; "value": string; "from": Array<{ "event": string; "position": string }> }>; "links": Array<{ "system": string; "record": string }>; "mergedFrom": Array<{ "id": string; "name"?: string; "nameOfToday"?: boolean }>; "contradictions": Array<{ "id": string; "field": string; "ours": (string | { "erased": true } | { "withheld": true }); "theirs": (string | { "erased": true } | { "withheld": true }); "system": string; "at"?: string; "atOn"?: string; "atPrecision"?: "instant" | "day" | "month" | "before" }>; "suspected": Array<{ "id": string; "name"?: string; "nameOfToday"?: boolean }> }; "standings": Array<{ "id": string; "unit": { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "stage": "identified" | "exploratory" | "basic" | "cooperative" | "interdependent" | "integrated" | "ended"; "stageSince"?: string; "stageSinceOn"?: string; "stageSincePrecision"?: "instant" | "day" | "month" | "before"; "stageBefore"?: "identified" | "exploratory" | "basic" | "cooperative" | "interdependent" | "integrated" | "ended"; "why"?: (string | { "erased": true } | { "withheld": true }); "evidence": Array<string>; "from": Array<{ "event": string; "position": string }>; "status": "prospect" | "one-off" | "continuing" | "passive" | "lost"; "statusSince"?: string; "next"?: { "status": "prospect" | "one-off" | "continuing" | "passive" | "lost"; "from": string }; "owner"?: { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "offeredTo"?: { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "with": Array<{ "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }>; "target"?: { "stage": "identified" | "exploratory" | "basic" | "cooperative" | "interdependent" | "integrated" | "ended"; "by"?: string }; "keyAccount": boolean; "purchases": number; "lastPurchase"?: string; "boughtGroupMinor": number; "boughtUnvalued"?: Array<{ "currency": string; "count": number }>; "boughtLeftOut"?: string; "touches": number; "lastTouch"?: string; "lastTouchOn"?: string; "lastTouchPrecision"?: "instant" | "day" | "month" | "before"; "byFunction": Array<{ "function": "sales" | "marketing" | "communications" | "service" | "product-development" | "projects" | "logistics" | "finance" | "hr" | "management"; "kind": string; "kindName"?: string; "at"?: string; "atOn"?: string; "atPrecision"?: "instant" | "day" | "month" | "before"; "touches": number; "gist"?: (string | { "erased": true } | { "withheld": true }); "from": Array<{ "event": string; "position": string }> }>; "spark": { "stages": Array<string>; "passiveFrom"?: string; "week"?: number; "weeks"?: string; "before"?: string } }>; "people": Array<{ "contact": string; "name"?: (string | { "erased": true } | { "withheld": true }); "title"?: (string | { "erased": true } | { "withheld": true }); "site"?: string; "level": "strategic" | "operational"; "roles": Array<"decision-maker" | "influencer" | "user" | "buyer" | "gatekeeper" | "champion">; "since": string; "until"?: string; "current": boolean; "lastTouch"?: string; "lastTouchOn"?: string; "lastTouchPrecision"?: "instant" | "day" | "month" | "before"; "knownBy": Array<{ "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean; "touches": number; "lastTouch"?: string; "lastTouchOn"?: string; "lastTouchPrecision"?: "instant" | "day" | "month" | "before"; "event": string }> }>; "opportunities"?: Array<{ "id": string; "name": (string | { "erased": true } | { "withheld": true }); "unit": { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "stage": "prospecting" | "engaging" | "needs-agreed" | "offered" | "negotiating" | "specified" | "tendering" | "shortlisted"; "value"?: { "amountMinor": number; "currency": string; "groupMinor"?: number; "rateDay"?: string; "leftOut"?: string }; "probability"?: number; "closesOn"?: string; "owner"?: { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean } }>; "promises"?: Array<{ "id": string; "what": (string | { "erased": true } | { "withheld": true }); "language"?: string; "unit": { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "kind": string; "due": string; "overdue": boolean; "owner"?: { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "offeredTo"?: { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean } }>; "projects"?: Array<{ "id": string; "name": (string | { "erased": true } | { "withheld": true }); "unit": { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "kind": string; "what": (string | { "erased": true } | { "withheld": true }); "decidesOn"?: string; "learnedAt"?: string; "learnedAtOn"?: string; "learnedAtPrecision"?: "instant" | "day" | "month" | "before" }>; "meetings": Array<{ "id": string; "kind": string; "unit": { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "owner": { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "startsAt": string; "place"?: (string | { "erased": true } | { "withheld": true }); "goal"?: (string | { "erased": true } | { "withheld": true }); "language"?: string; "held": boolean; "heldOn"?: string }>; "pastMeetings": { "overdue": Array<{ "id": string; "kind": string; "unit": { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "owner": { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "startsAt": string; "place"?: (string | { "erased": true } | { "withheld": true }); "goal"?: (string | { "erased": true } | { "withheld": true }); "language"?: string; "held": boolean; "heldOn"?: string }>; "overdueTotal": number; "toEvaluate": Array<{ "id": string; "kind": string; "unit": { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "owner": { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "startsAt": string; "place"?: (string | { "erased": true } | { "withheld": true }); "goal"?: (string | { "erased": true } | { "withheld": true }); "language"?: string; "held": boolean; "heldOn"?: string }>; "toEvaluateTotal": number; "unevaluated": number } } }
  "BriefAnswer": { "customer": { "id": string; "name"?: string; "nameOfToday"?: boolean }; "askedFor"?: string; "language": "en" | "fi" | "sv" | "de" | "nb"; "at": string; "sentence": string; "stopped"?: { "since": string; "position": string; "sentence": string }; "sections": Array<{ "topic": "standing" | "reasons" | "said" | "purchases" | "opportunities" | "promises" | "customer-projects" | "people" | "touches" | "due" | "others"; "heading": string; "lines": Array<{ "text": string; "quote"?: (string | { "erased": true } | { "withheld": true }); "language"?: string; "gist"?: (string | { "erased": true } | { "withheld": true }); "who"?: { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "from": Array<{ "event": string; "position": string }>; "record"?: string }>; "nothing"?: string }> }
  "MeAnswer": { "id": string; "name": (string | { "erased": true } | { "withheld": true }); "function": "sales" | "marketing" | "communications" | "service" | "product-development" | "projects" | "logistics" | "finance" | "hr" | "management"; "unit": { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "leads": boolean; "roles": Array<{ "unit"?: { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "roles": Array<"member" | "manager" | "steward" | "group" | "auditor" | "admin" | "integration"> }>; "rights": Array<{ "resource": { "id": string; "name": string }; "units"?: Array<{ "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }> }>; "switchedOff": Array<string>; "language": string; "timeZone": string; "today": { "day": string; "promises": { "overdue": number; "due": number; "offered": number }; "visits": { "overdue": number; "today": number; "toEvaluate": number } } }
  "VocabularyAnswer": { "language": "en" | "fi" | "sv" | "de" | "nb"; "sets": Array<{ "set": string; "words": Array<{ "code": string; "word": string }> }> }
  "SearchAnswer": { "customers"?: { "next"?: string; "total"?: number; "rows": Array<{ "id": string; "name"?: string; "sector"?: "hospitality" | "healthcare" | "food-service" | "laboratory" | "pharma" | "marine" | "retail" | "education" | "industry" | "technology" | "software" | "telecommunications" | "finance" | "marketing" | "employment" | "entertainment" | "services" | "other"; "country"?: string; "city"?: string; "employees"?: number; "parent"?: { "id": string; "name"?: string; "nameOfToday"?: boolean }; "units": Array<{ "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }>; "stage"?: "identified" | "exploratory" | "basic" | "cooperative" | "interdependent" | "integrated" | "ended"; "openOpportunities"?: number; "openGroupMinor"?: number; "openUnvalued"?: Array<{ "currency": string; "count": number }>; "openLeftOut"?: string; "lastTouch"?: string; "lastTouchOn"?: string; "lastTouchPrecision"?: "instant" | "day" | "month" | "before"; "here"?: { "unit": { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "stage": "identified" | "exploratory" | "basic" | "cooperative" | "interdependent" | "integrated" | "ended"; "stageSince"?: string; "stageSinceOn"?: string; "stageSincePrecision"?: "instant" | "day" | "month" | "before"; "status": "prospect" | "one-off" | "continuing" | "passive" | "lost"; "owner"?: { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "keyAccount": boolean; "lastTouch"?: string; "lastTouchOn"?: string; "lastTouchPrecision"?: "instant" | "day" | "month" | "before" }; "spark"?: { "stages": Array<string>; "passiveFrom"?: string; "week"?: number; "weeks"?: string; "before"?: string } }> }; "contacts"?: { "next"?: string; "total"?: number; "rows": Array<{ "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "title"?: (string | { "erased": true } | { "withheld": true }); "customers": Array<{ "id": string; "name"?: string; "nameOfToday"?: boolean }> }> }; "opportunities"?: { "next"?: string; "total"?: number; "rows": Array<{ "id": string; "name": (string | { "erased": true } | { "withheld": true }); "customer": { "id": string; "name"?: string; "nameOfToday"?: boolean }; "unit": { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "owner"?: { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "status": "open" | "won" | "lost"; "stage": "prospecting" | "engaging" | "needs-agreed" | "offered" | "negotiating" | "specified" | "tendering" | "shortlisted"; "value"?: { "amountMinor": number; "currency": string; "groupMinor"?: number; "rateDay"?: string; "leftOut"?: string }; "closesOn"?: string }> }; "notes"?: { "next"?: string; "total"?: number; "rows": Array<{ "event": string; "position": string; "record": string; "at"?: string; "occurred"?: string; "precision": "instant" | "day" | "month" | "before"; "recordedAt": string; "kind": string; "kindName"?: string; "unit"?: { "id": string; "name"?: string; "country"?: string; "nameOfToday"?: boolean }; "function"?: "sales" | "marketing" | "communications" | "service" | "product-development" | "projects" | "logistics" | "finance" | "hr" | "management"; "who": { "id": string; "name"?: (string | { "erased": true } | { "withheld": true }); "nameOfToday"?: boolean }; "contacts"?: Array<{ "id": string; "name"?: (string | { "erased": true } | { "withheld": true }) }>; "summary"?: (string | { "erased": true } | { "withheld": true }); "language"?: string; "gist"?: (string | { "erased": true } | { "withheld": true }); "restated": boolean; "unreadable"?: boolean; "private": boolean; "customer": { "id": string; "name"?: string; "nameOfToday"?: boolean } }> }; "records"?: { "next"?: string; "total"?: number; "rows": Array<{ "stream": string; "name"?: (string | { "erased": true } | { "withheld": true }); "customer"?: { "id": string; "name"?: string; "nameOfToday"?: boolean }; "source": string; "target": string }> }; "reasonNeeded"?: Array<"customers" | "contacts" | "opportunities" | "notes" | "records"> }
  "Restatement": { "payload"?: Record<string, unknown>; "because": string; "confirmed"?: boolean; "occurredAt"?: string; "occurredPrecision"?: "instant" | "day" | "month" | "before" }
  "Retraction": { "because": string; "confirmed"?: boolean }
  "WaysToSignIn": { "kind": "local" | "oidc"; "issuer"?: string; "begin"?: string; "members"?: Array<{ "id": string; "name": string; "about": string }> }
  "SignedIn": { "token": string; "member": string; "expiresAt": string }
  "SignIn": { "member"?: string; "link"?: string }
  "BegunSession": { "member": string; "endsAt": string }
  "EndedSession": { "providerSignOut"?: string }
  "SendImportFileAnswer": { "name": string; "fileName": string; "size": number }
  "PreviewImportAnswer": { "rows": number; "refusedRows": number; "would": { "rows": number; "recorded": number; "changed": number; "unchanged": number; "refused": number; "setAside": number; "events": number; "inPart": number; "saidAgain": number; "vanished": number }; "records": Record<string, number>; "setAside": Record<string, number>; "reasons": Array<{ "code": string; "rows": number; "sentence": string; "file": string; "line": number }>; "vanished": Array<{ "target": string; "becomes": "listed" | "ended" | "retracted"; "known": number; "vanished": number; "heldBack"?: string; "records": Array<{ "target": string; "stream": string; "became": "listed" | "ended" | "retracted" | "refused"; "why"?: string; "by"?: string; "name"?: unknown; "customer"?: unknown }> }>; "warnings": Record<string, number>; "warned": Array<{ "file": string; "line": number; "column"?: string; "code": string }>; "problems": Record<string, number>; "passedOver": Record<string, { "repeatedHeaders": number; "blankRows": number }>; "stopped"?: { "file": string; "line": number; "column"?: string; "code": string; "sentence": string; "reason"?: string; "value"?: unknown }; "cutShort": boolean; "samples": { "planned": Array<{ "outcome": "planned"; "source": { "head": { "file": string; "headers": Array<string>; "dialect": unknown }; "line": number; "cells": Array<string>; "kinds"?: Array<string>; "problem"?: { "file": string; "line": number; "column"?: string; "code": string; "sentence": string; "reason"?: string; "value"?: unknown } }; "records": Array<{ "target": string; "declaration": string; "key": Array<string>; "declared": Array<string>; "place": unknown; "at": { "precision": "instant" | "day" | "month" | "before" | "now"; "at": string }; "fields": Record<string, unknown>; "columns": Record<string, string> }>; "gone": Array<{ "target": string; "declaration": string; "key": Array<string>; "declared": Array<string>; "place": unknown }>; "warnings": Array<string>; "problems": Array<{ "file": string; "line": number; "column"?: string; "code": string; "sentence": string; "reason"?: string; "value"?: unknown }>; "allOrNothing": boolean }>; "setAside": Array<{ "outcome": "set-aside"; "source": { "head": { "file": string; "headers": Array<string>; "dialect": unknown }; "line": number; "cells": Array<string>; "kinds"?: Array<string>; "problem"?: { "file": string; "line": number; "column"?: string; "code": string; "sentence": string; "reason"?: string; "value"?: unknown } }; "rule": string; "because": string }>; "refused": Array<{ "outcome": "refused"; "source": { "head": { "file": string; "headers": Array<string>; "dialect": unknown }; "line": number; "cells": Array<string>; "kinds"?: Array<string>; "problem"?: { "file": string; "line": number; "column"?: string; "code": string; "sentence": string; "reason"?: string; "value"?: unknown } }; "problems": Array<{ "file": string; "line": number; "column"?: string; "code": string; "sentence": string; "reason"?: string; "value"?: unknown }> }>; "inPart": Array<{ "outcome": "refused"; "source": { "head": { "file": string; "headers": Array<string>; "dialect": unknown }; "line": number; "cells": Array<string>; "kinds"?: Array<string>; "problem"?: { "file": string; "line": number; "column"?: string; "code": string; "sentence": string; "reason"?: string; "value"?: unknown } }; "problems": Array<{ "file": string; "line": number; "column"?: string; "code": string; "sentence": string; "reason"?: string; "value"?: unknown }> }> } }
  "PreviewImport": { "upload": string; "mappingName": string; "mapping": string; "only"?: Array<string> }
  "StartImportAnswer": { "import": string; "state": "running" | "undoing" }
  "StartImport": { "upload": string; "mappingName": string; "mapping": string; "only"?: Array<string> }
  "UndoImportAnswer": { "import": string; "state": "running" | "undoing" }
  "UndoImport": { "because": string }
  "ErrorFilesAnswer": { "files": Array<{ "name": string; "fileName": string; "content": string }> }
  "ErasePersonAnswer": { "contact": string; "withheld": Array<string>; "imports": Array<string>; "notForgottenBy": Array<string>; "position": string }
  "ErasePerson": { "grounds": "asked" | "consent-withdrawn" | "retention" | "no-grounds" | "other" }
  "ExportPersonAnswer": { "contact": string; "exportedAt": string; "facts": Array<{ "type": string; "occurredAt": string; "recordedAt": string; "unit"?: string; "customers": Array<string>; "shared": boolean; "data": unknown }> }
  "ExportPerson": { "reason"?: string }
  "ReleaseWritingAnswer": { "stream": string; "released": boolean }
  "ReleaseWriting": { "grounds": "not-about-them" | "needed-as-evidence" | "other" }
  "RedactWritingAnswer": { "stream": string; "redacted": boolean }
  "RedactWriting": { "because": string; "restated": Array<{ "event": string; "payload": unknown }> }
  "OpenProcessesAnswer": { "processes": Array<{ "id": string; "process": string; "state": "running" | "stuck"; "since": string; "startedAt": string; "by": string; "unit"?: string; "steps": Array<{ "place"?: string; "stream": string; "command": string; "code"?: string; "sentence"?: string }> }> }
  "RetryProcessAnswer": { "id": string; "state": "running" | "stuck" | "finished" | "given-up"; "parts": Array<{ "place": string; "stream": string; "refused"?: string }> }
  "GiveUpProcessAnswer": { "id": string; "state": "running" | "stuck" | "finished" | "given-up"; "parts": Array<{ "place": string; "stream": string; "refused"?: string }> }
  "GiveUpProcess": { "because"?: string }
  "RewrapKeysAnswer": { "rewrapped": number }
  "PlaintextFilesAnswer": { "files": Array<{ "file": string; "forgottenUpTo": string }> }
  "RetirePlaintextAnswer": { "file": string }
  "RetirePlaintext": { "file": string }
  "BackupAnswer": { "log": string; "keys": string; "position"?: string }
  "Backup": { "folder": string }
  "RebuildAnswer": { "durationMs": number }
  "VerifyAnswer": { "equal": boolean; "position": string; "rows": number; "differences": Array<{ "table": string; "key": string; "kind": string }> }
  "ParkedAnswer": { "parked": Array<{ "partition": string; "type": string; "position": string; "reason": (string | { "erased": true } | { "withheld": true }); "since": string }> }
  "RetryParkedAnswer": { "folded": boolean }
}

export interface paths {
  "/api/v1/group/{id}": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["GroupFound"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        201: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/group/{id}/ladder": {
    put: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["GroupSetLadder"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/group/{id}/life-cycle": {
    put: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["GroupSetLifeCycle"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/group/{id}/history": {
    put: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["GroupSetHistory"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/group/{id}/owning-systems": {
    put: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["GroupSetOwningSystem"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/group/{id}/switches": {
    put: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["GroupSwitchSlice"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/subsidiaries/{id}": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["SubsidiaryOpen"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        201: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
    patch: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody?: { content: { "application/json": Schemas["SubsidiaryChange"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/subsidiaries/{id}/close": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody?: { content: { "application/json": Schemas["SubsidiaryClose"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/units/{id}": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["UnitOpen"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        201: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/units/{id}/name": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["UnitRename"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/units/{id}/close": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody?: { content: { "application/json": Schemas["UnitClose"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/members/{id}": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["MemberJoin"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        201: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
    patch: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody?: { content: { "application/json": Schemas["MemberChange"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/members/{id}/roles": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["MemberGrant"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/members/{id}/withdrawn-roles": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["MemberWithdraw"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/members/{id}/leave": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody?: { content: { "application/json": Schemas["MemberLeave"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/products/{id}": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["ProductList"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        201: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
    patch: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody?: { content: { "application/json": Schemas["ProductChange"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/products/{id}/withdraw": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody?: { content: { "application/json": Schemas["ProductWithdraw"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/rates/{id}": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["RatesPublish"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        201: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/group": {
    get: {
      parameters: {
        query?: { "after"?: string; "reason"?: string; "language"?: string; "words"?: boolean }
      }
      responses: {
        200: { content: { "application/json": Schemas["GroupAnswer"] }; headers: { [name: string]: unknown } }
        304: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/units": {
    get: {
      parameters: {
        query?: { "filter"?: string; "sort"?: string; "limit"?: number; "cursor"?: string; "skip"?: number; "format"?: "csv" | "xlsx"; "columns"?: string; "after"?: string; "reason"?: string; "language"?: string; "words"?: boolean }
      }
      responses: {
        200: { content: { "application/json": Schemas["UnitsAnswer"]; "text/csv; charset=utf-8": string; "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string }; headers: { [name: string]: unknown } }
        304: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/members": {
    get: {
      parameters: {
        query?: { "filter"?: string; "sort"?: string; "limit"?: number; "cursor"?: string; "skip"?: number; "format"?: "csv" | "xlsx"; "columns"?: string; "after"?: string; "reason"?: string; "language"?: string; "words"?: boolean }
      }
      responses: {
        200: { content: { "application/json": Schemas["MembersAnswer"]; "text/csv; charset=utf-8": string; "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string }; headers: { [name: string]: unknown } }
        304: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/products": {
    get: {
      parameters: {
        query?: { "filter"?: string; "sort"?: string; "limit"?: number; "cursor"?: string; "skip"?: number; "format"?: "csv" | "xlsx"; "columns"?: string; "after"?: string; "reason"?: string; "language"?: string; "words"?: boolean }
      }
      responses: {
        200: { content: { "application/json": Schemas["ProductsAnswer"]; "text/csv; charset=utf-8": string; "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string }; headers: { [name: string]: unknown } }
        304: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/ladder": {
    get: {
      parameters: {
        query?: { "format"?: "csv" | "xlsx"; "columns"?: string; "after"?: string; "reason"?: string; "language"?: string; "words"?: boolean }
      }
      responses: {
        200: { content: { "application/json": Schemas["LadderAnswer"]; "text/csv; charset=utf-8": string; "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string }; headers: { [name: string]: unknown } }
        304: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/rates": {
    get: {
      parameters: {
        query?: { "day"?: string; "format"?: "csv" | "xlsx"; "columns"?: string; "after"?: string; "reason"?: string; "language"?: string; "words"?: boolean }
      }
      responses: {
        200: { content: { "application/json": Schemas["RatesAnswer"]; "text/csv; charset=utf-8": string; "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string }; headers: { [name: string]: unknown } }
        304: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/customers": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
      }
      requestBody: { content: { "application/json": Schemas["CustomerRegister"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        201: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
    get: {
      parameters: {
        query?: { "filter"?: string; "sort"?: string; "limit"?: number; "cursor"?: string; "skip"?: number; "search"?: string; "scope"?: string; "format"?: "csv" | "xlsx"; "columns"?: string; "after"?: string; "reason"?: string; "language"?: string; "words"?: boolean }
      }
      responses: {
        200: { content: { "application/json": Schemas["CustomersAnswer"]; "text/csv; charset=utf-8": string; "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string }; headers: { [name: string]: unknown } }
        304: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/customers/{id}": {
    patch: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody?: { content: { "application/json": Schemas["CustomerEdit"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
    get: {
      parameters: {
        query?: { "language"?: "en" | "fi" | "sv" | "de" | "nb"; "after"?: string; "reason"?: string; "words"?: boolean; "asOf"?: string; "knownAt"?: string }
        path: { "id": string }
      }
      responses: {
        200: { content: { "application/json": Schemas["CustomerAnswer"] }; headers: { [name: string]: unknown } }
        304: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/customers/{id}/parent": {
    put: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody?: { content: { "application/json": Schemas["CustomerSetParent"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/customers/{id}/sites": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["CustomerOpenSite"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/customers/{id}/closed-sites": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["CustomerCloseSite"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/customers/{id}/links": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["CustomerLink"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/customers/{id}/contradictions": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["CustomerContradict"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/customers/{id}/resolved-contradictions": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["CustomerResolveContradiction"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/customers/{id}/duplicates": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["CustomerSuspectDuplicate"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/customers/{id}/dismissed-duplicates": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["CustomerDismissDuplicate"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/identifiers": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
      }
      requestBody: { content: { "application/json": Schemas["IdentifierClaim"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        201: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/identifiers/{id}/release": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["IdentifierRelease"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/contradictions": {
    get: {
      parameters: {
        query?: { "filter"?: string; "sort"?: string; "limit"?: number; "cursor"?: string; "skip"?: number; "format"?: "csv" | "xlsx"; "columns"?: string; "after"?: string; "reason"?: string; "language"?: string; "words"?: boolean }
      }
      responses: {
        200: { content: { "application/json": Schemas["ContradictionsAnswer"]; "text/csv; charset=utf-8": string; "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string }; headers: { [name: string]: unknown } }
        304: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/customers/{id}/merge": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["MergeMerge"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/contacts/{id}/merge": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["ContactmergeMerge"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/relationships/{id}/stage": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["RelationshipChangeStage"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/relationships/{id}/end": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["RelationshipEnd"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/relationships/{id}/reopen": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["RelationshipReopen"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/relationships/{id}/target": {
    put: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody?: { content: { "application/json": Schemas["RelationshipSetTarget"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/relationships/{id}/owner": {
    put: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["RelationshipSetOwner"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/relationships/{id}/handover": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["RelationshipHandOver"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/relationships/{id}/handover/accept": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody?: { content: { "application/json": Schemas["RelationshipAcceptHandover"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/relationships/{id}/handover/decline": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody?: { content: { "application/json": Schemas["RelationshipDeclineHandover"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/relationships/{id}/status": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["RelationshipCorrectStatus"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/relationships/{id}/key-account": {
    put: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["RelationshipSetKeyAccount"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/touchpoints/meeting": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
      }
      requestBody: { content: { "application/json": Schemas["TouchpointRecordMeeting"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        201: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        202: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/touchpoints/visit": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
      }
      requestBody: { content: { "application/json": Schemas["TouchpointRecordVisit"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        201: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        202: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/touchpoints/phone-call": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
      }
      requestBody: { content: { "application/json": Schemas["TouchpointRecordPhoneCall"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        201: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        202: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/touchpoints/email": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
      }
      requestBody: { content: { "application/json": Schemas["TouchpointRecordEmail"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        201: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        202: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/touchpoints/note": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
      }
      requestBody: { content: { "application/json": Schemas["TouchpointRecordNote"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        201: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        202: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/touchpoints/private-note": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
      }
      requestBody: { content: { "application/json": Schemas["TouchpointRecordPrivateNote"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        201: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        202: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/touchpoints/{id}/held/meeting": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["TouchpointHoldMeeting"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        202: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/touchpoints/{id}/held/visit": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["TouchpointHoldVisit"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        202: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/touchpoints/plans": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
      }
      requestBody: { content: { "application/json": Schemas["TouchpointPlan"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        201: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/touchpoints/{id}/move": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["TouchpointMove"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/touchpoints/{id}/cancel": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["TouchpointCancel"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/touchpoints/{id}/evaluation": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["TouchpointEvaluate"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/touchpoints/{id}/notes": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["TouchpointStructure"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/touchpoints/{id}/handover": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["TouchpointHandOver"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/touchpoints/{id}/handover/accept": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody?: { content: { "application/json": Schemas["TouchpointAcceptHandover"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/touchpoints/{id}/handover/decline": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody?: { content: { "application/json": Schemas["TouchpointDeclineHandover"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/touchpoints/{id}/gist": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["TouchpointAddGist"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/touchpoints/{id}/keep-private": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody?: { content: { "application/json": Schemas["TouchpointKeepPrivate"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/contacts": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
      }
      requestBody: { content: { "application/json": Schemas["ContactRegister"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        201: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
    get: {
      parameters: {
        query?: { "filter"?: string; "sort"?: string; "limit"?: number; "cursor"?: string; "skip"?: number; "search"?: string; "customer"?: string; "format"?: "csv" | "xlsx"; "columns"?: string; "after"?: string; "reason"?: string; "language"?: string; "words"?: boolean }
      }
      responses: {
        200: { content: { "application/json": Schemas["ContactsAnswer"]; "text/csv; charset=utf-8": string; "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string }; headers: { [name: string]: unknown } }
        304: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/contacts/{id}": {
    patch: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody?: { content: { "application/json": Schemas["ContactEdit"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
    get: {
      parameters: {
        query?: { "after"?: string; "reason"?: string; "language"?: string; "words"?: boolean; "asOf"?: string; "knownAt"?: string }
        path: { "id": string }
      }
      responses: {
        200: { content: { "application/json": Schemas["ContactAnswer"] }; headers: { [name: string]: unknown } }
        304: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/contacts/{id}/posts": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["ContactStartPost"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
    patch: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["ContactChangePost"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/contacts/{id}/ended-posts": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["ContactEndPost"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/contacts/{id}/buying-roles": {
    put: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["ContactSetBuyingRoles"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/contacts/{id}/consents": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["ContactGiveConsent"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/contacts/{id}/withdrawn-consents": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["ContactWithdrawConsent"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/contacts/{id}/dismissed-duplicates": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["ContactDismissDuplicate"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/withheld-notes": {
    get: {
      parameters: {
        query?: { "filter"?: string; "sort"?: string; "limit"?: number; "cursor"?: string; "skip"?: number; "format"?: "csv" | "xlsx"; "columns"?: string; "after"?: string; "reason"?: string; "language"?: string; "words"?: boolean }
      }
      responses: {
        200: { content: { "application/json": Schemas["WithheldNotesAnswer"]; "text/csv; charset=utf-8": string; "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string }; headers: { [name: string]: unknown } }
        304: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/access-log": {
    get: {
      parameters: {
        query?: { "customer"?: string; "contact"?: string; "member"?: string; "from"?: string; "until"?: string; "limit"?: number; "cursor"?: string; "format"?: "csv" | "xlsx"; "columns"?: string; "after"?: string; "reason"?: string; "language"?: string; "words"?: boolean }
      }
      responses: {
        200: { content: { "application/json": Schemas["AccessLogAnswer"]; "text/csv; charset=utf-8": string; "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string }; headers: { [name: string]: unknown } }
        304: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/opportunities": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
      }
      requestBody: { content: { "application/json": Schemas["OpportunityOpen"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        201: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
    get: {
      parameters: {
        query?: { "filter"?: string; "sort"?: string; "limit"?: number; "cursor"?: string; "skip"?: number; "search"?: string; "format"?: "csv" | "xlsx"; "columns"?: string; "after"?: string; "reason"?: string; "language"?: string; "words"?: boolean }
      }
      responses: {
        200: { content: { "application/json": Schemas["OpportunitiesAnswer"]; "text/csv; charset=utf-8": string; "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string }; headers: { [name: string]: unknown } }
        304: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/opportunities/{id}": {
    patch: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody?: { content: { "application/json": Schemas["OpportunityEdit"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
    get: {
      parameters: {
        query?: { "after"?: string; "reason"?: string; "language"?: string; "words"?: boolean; "asOf"?: string; "knownAt"?: string }
        path: { "id": string }
      }
      responses: {
        200: { content: { "application/json": Schemas["OpportunityAnswer"] }; headers: { [name: string]: unknown } }
        304: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/opportunities/{id}/handover": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["OpportunityHandOver"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/opportunities/{id}/handover/accept": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody?: { content: { "application/json": Schemas["OpportunityAcceptHandover"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/opportunities/{id}/handover/decline": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody?: { content: { "application/json": Schemas["OpportunityDeclineHandover"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/opportunities/{id}/stage": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["OpportunityChangeStage"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/opportunities/{id}/lines": {
    put: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["OpportunitySetLines"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/opportunities/{id}/credit": {
    put: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["OpportunityShareCredit"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/opportunities/{id}/win": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody?: { content: { "application/json": Schemas["OpportunityWin"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/opportunities/{id}/lose": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody?: { content: { "application/json": Schemas["OpportunityLose"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/opportunities/{id}/reopen": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["OpportunityReopen"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/boards/opportunities": {
    get: {
      parameters: {
        query?: { "filter"?: string; "sort"?: string; "limit"?: number; "cursor"?: string; "skip"?: number; "profile"?: "product-sale" | "project-sale"; "stage"?: "prospecting" | "engaging" | "needs-agreed" | "offered" | "negotiating" | "specified" | "tendering" | "shortlisted"; "format"?: "csv" | "xlsx"; "columns"?: string; "after"?: string; "reason"?: string; "language"?: string; "words"?: boolean }
      }
      responses: {
        200: { content: { "application/json": Schemas["OpportunityBoardAnswer"]; "text/csv; charset=utf-8": string; "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string }; headers: { [name: string]: unknown } }
        304: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/customers/{id}/opportunities": {
    get: {
      parameters: {
        query?: { "filter"?: string; "sort"?: string; "limit"?: number; "cursor"?: string; "skip"?: number; "format"?: "csv" | "xlsx"; "columns"?: string; "after"?: string; "reason"?: string; "language"?: string; "words"?: boolean; "asOf"?: string; "knownAt"?: string }
        path: { "id": string }
      }
      responses: {
        200: { content: { "application/json": Schemas["CustomerOpportunitiesAnswer"]; "text/csv; charset=utf-8": string; "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string }; headers: { [name: string]: unknown } }
        304: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/promises": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
      }
      requestBody: { content: { "application/json": Schemas["PromiseMake"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        201: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/promises/{id}/accept": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody?: { content: { "application/json": Schemas["PromiseAccept"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/promises/{id}/decline": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody?: { content: { "application/json": Schemas["PromiseDecline"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/promises/{id}/handover": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["PromiseHandOver"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/promises/{id}/due": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["PromiseReschedule"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/promises/{id}/keep": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody?: { content: { "application/json": Schemas["PromiseKeep"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/promises/{id}/withdraw": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["PromiseWithdraw"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/my/promises": {
    get: {
      parameters: {
        query?: { "filter"?: string; "sort"?: string; "limit"?: number; "cursor"?: string; "skip"?: number; "owner"?: string; "format"?: "csv" | "xlsx"; "columns"?: string; "after"?: string; "reason"?: string; "language"?: string; "words"?: boolean }
      }
      responses: {
        200: { content: { "application/json": Schemas["MyPromisesAnswer"]; "text/csv; charset=utf-8": string; "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string }; headers: { [name: string]: unknown } }
        304: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/customers/{id}/promises": {
    get: {
      parameters: {
        query?: { "filter"?: string; "sort"?: string; "limit"?: number; "cursor"?: string; "skip"?: number; "format"?: "csv" | "xlsx"; "columns"?: string; "after"?: string; "reason"?: string; "language"?: string; "words"?: boolean; "asOf"?: string; "knownAt"?: string }
        path: { "id": string }
      }
      responses: {
        200: { content: { "application/json": Schemas["CustomerPromisesAnswer"]; "text/csv; charset=utf-8": string; "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string }; headers: { [name: string]: unknown } }
        304: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/customer-projects": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
      }
      requestBody: { content: { "application/json": Schemas["CustomerprojectLearn"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        201: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/customer-projects/{id}": {
    patch: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody?: { content: { "application/json": Schemas["CustomerprojectEdit"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/customer-projects/{id}/decision": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["CustomerprojectDecide"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/customer-projects/{id}/drop": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "id": string }
      }
      requestBody?: { content: { "application/json": Schemas["CustomerprojectDrop"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/customers/{id}/projects": {
    get: {
      parameters: {
        query?: { "filter"?: string; "sort"?: string; "limit"?: number; "cursor"?: string; "skip"?: number; "format"?: "csv" | "xlsx"; "columns"?: string; "after"?: string; "reason"?: string; "language"?: string; "words"?: boolean; "asOf"?: string; "knownAt"?: string }
        path: { "id": string }
      }
      responses: {
        200: { content: { "application/json": Schemas["CustomerProjectsAnswer"]; "text/csv; charset=utf-8": string; "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string }; headers: { [name: string]: unknown } }
        304: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/handovers": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
      }
      requestBody: { content: { "application/json": Schemas["HandoverMake"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        201: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        202: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/handovers/answers": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
      }
      requestBody?: { content: { "application/json": Schemas["HandoverAnswer"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        201: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        202: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/imports": {
    get: {
      parameters: {
        query?: { "filter"?: string; "sort"?: string; "limit"?: number; "cursor"?: string; "skip"?: number; "format"?: "csv" | "xlsx"; "columns"?: string; "after"?: string; "reason"?: string; "language"?: string; "words"?: boolean }
      }
      responses: {
        200: { content: { "application/json": Schemas["ImportsAnswer"]; "text/csv; charset=utf-8": string; "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string }; headers: { [name: string]: unknown } }
        304: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
    post: {
      parameters: {
        query?: { "language"?: string; "words"?: boolean }
      }
      requestBody: { content: { "application/json": Schemas["StartImport"] } }
      responses: {
        200: { content: { "application/json": Schemas["StartImportAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/imports/{id}": {
    get: {
      parameters: {
        query?: { "cursor"?: string; "after"?: string; "reason"?: string; "language"?: string; "words"?: boolean }
        path: { "id": string }
      }
      responses: {
        200: { content: { "application/json": Schemas["ImportAnswer"] }; headers: { [name: string]: unknown } }
        304: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/imports/{id}/undo": {
    get: {
      parameters: {
        query?: { "cursor"?: string; "after"?: string; "reason"?: string; "language"?: string; "words"?: boolean }
        path: { "id": string }
      }
      responses: {
        200: { content: { "application/json": Schemas["ImportUndoAnswer"] }; headers: { [name: string]: unknown } }
        304: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
    post: {
      parameters: {
        query?: { "language"?: string; "words"?: boolean }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["UndoImport"] } }
      responses: {
        200: { content: { "application/json": Schemas["UndoImportAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/metrics": {
    get: {
      parameters: {
        query?: { "format"?: "csv" | "xlsx"; "columns"?: string; "after"?: string; "reason"?: string; "language"?: string; "words"?: boolean }
      }
      responses: {
        200: { content: { "application/json": Schemas["MetricsAnswer"]; "text/csv; charset=utf-8": string; "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string }; headers: { [name: string]: unknown } }
        304: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/figures/{metric}": {
    get: {
      parameters: {
        query?: { "from"?: string; "to"?: string; "known"?: string; "whose"?: "team"; "by"?: Array<"unit" | "subsidiary" | "country" | "member" | "function" | "product" | "line" | "brand" | "sector" | "status" | "stage" | "profile" | "day" | "week" | "month" | "quarter" | "half" | "year" | "fiscal-quarter" | "fiscal-half" | "fiscal-year">; "compare"?: "previous" | "last-year"; "unit"?: Array<string>; "subsidiary"?: Array<string>; "country"?: Array<string>; "member"?: Array<string>; "function"?: Array<string>; "product"?: Array<string>; "line"?: string; "brand"?: string; "sector"?: Array<string>; "status"?: Array<string>; "stage"?: Array<string>; "profile"?: Array<string>; "unstated"?: Array<"unit" | "subsidiary" | "country" | "member" | "function" | "product" | "line" | "brand" | "sector" | "status" | "stage" | "profile">; "format"?: "csv" | "xlsx"; "columns"?: string; "after"?: string; "reason"?: string; "language"?: string; "words"?: boolean }
        path: { "metric": string }
      }
      responses: {
        200: { content: { "application/json": Schemas["FiguresAnswer"]; "text/csv; charset=utf-8": string; "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string }; headers: { [name: string]: unknown } }
        304: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/figures": {
    get: {
      parameters: {
        query: { "from"?: string; "to"?: string; "known"?: string; "whose"?: "team"; "by"?: Array<"unit" | "subsidiary" | "country" | "member" | "function" | "product" | "line" | "brand" | "sector" | "status" | "stage" | "profile" | "day" | "week" | "month" | "quarter" | "half" | "year" | "fiscal-quarter" | "fiscal-half" | "fiscal-year">; "compare"?: "previous" | "last-year"; "unit"?: Array<string>; "subsidiary"?: Array<string>; "country"?: Array<string>; "member"?: Array<string>; "function"?: Array<string>; "product"?: Array<string>; "line"?: string; "brand"?: string; "sector"?: Array<string>; "status"?: Array<string>; "stage"?: Array<string>; "profile"?: Array<string>; "unstated"?: Array<"unit" | "subsidiary" | "country" | "member" | "function" | "product" | "line" | "brand" | "sector" | "status" | "stage" | "profile">; "metrics": Array<string>; "after"?: string; "reason"?: string; "language"?: string; "words"?: boolean }
      }
      responses: {
        200: { content: { "application/json": Schemas["ManyFiguresAnswer"] }; headers: { [name: string]: unknown } }
        304: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/figures/{metric}/events": {
    get: {
      parameters: {
        query?: { "from"?: string; "to"?: string; "known"?: string; "whose"?: "team"; "limit"?: number; "cursor"?: string; "unit"?: Array<string>; "subsidiary"?: Array<string>; "country"?: Array<string>; "member"?: Array<string>; "function"?: Array<string>; "product"?: Array<string>; "line"?: string; "brand"?: string; "sector"?: Array<string>; "status"?: Array<string>; "stage"?: Array<string>; "profile"?: Array<string>; "unstated"?: Array<"unit" | "subsidiary" | "country" | "member" | "function" | "product" | "line" | "brand" | "sector" | "status" | "stage" | "profile">; "format"?: "csv" | "xlsx"; "columns"?: string; "after"?: string; "reason"?: string; "language"?: string; "words"?: boolean }
        path: { "metric": string }
      }
      responses: {
        200: { content: { "application/json": Schemas["FigureEventsAnswer"]; "text/csv; charset=utf-8": string; "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string }; headers: { [name: string]: unknown } }
        304: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/merges": {
    get: {
      parameters: {
        query?: { "filter"?: string; "sort"?: string; "limit"?: number; "cursor"?: string; "skip"?: number; "format"?: "csv" | "xlsx"; "columns"?: string; "after"?: string; "reason"?: string; "language"?: string; "words"?: boolean }
      }
      responses: {
        200: { content: { "application/json": Schemas["MergesAnswer"]; "text/csv; charset=utf-8": string; "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string }; headers: { [name: string]: unknown } }
        304: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/merges/contacts": {
    get: {
      parameters: {
        query?: { "filter"?: string; "sort"?: string; "limit"?: number; "cursor"?: string; "skip"?: number; "format"?: "csv" | "xlsx"; "columns"?: string; "after"?: string; "reason"?: string; "language"?: string; "words"?: boolean }
      }
      responses: {
        200: { content: { "application/json": Schemas["ContactMergesAnswer"]; "text/csv; charset=utf-8": string; "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string }; headers: { [name: string]: unknown } }
        304: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/customers/{id}/timeline": {
    get: {
      parameters: {
        query?: { "kind"?: string; "function"?: "sales" | "marketing" | "communications" | "service" | "product-development" | "projects" | "logistics" | "finance" | "hr" | "management"; "unit"?: string; "member"?: string; "contact"?: string; "from"?: string; "to"?: string; "text"?: string; "limit"?: number; "cursor"?: string; "format"?: "csv" | "xlsx"; "columns"?: string; "after"?: string; "reason"?: string; "language"?: string; "words"?: boolean; "asOf"?: string; "knownAt"?: string }
        path: { "id": string }
      }
      responses: {
        200: { content: { "application/json": Schemas["TimelineAnswer"]; "text/csv; charset=utf-8": string; "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string }; headers: { [name: string]: unknown } }
        304: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/customers/{id}/score": {
    get: {
      parameters: {
        query?: { "from"?: string; "to"?: string; "after"?: string; "reason"?: string; "language"?: string; "words"?: boolean; "asOf"?: string; "knownAt"?: string }
        path: { "id": string }
      }
      responses: {
        200: { content: { "application/json": Schemas["ScoreAnswer"] }; headers: { [name: string]: unknown } }
        304: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/contacts/{id}/timeline": {
    get: {
      parameters: {
        query?: { "limit"?: number; "cursor"?: string; "format"?: "csv" | "xlsx"; "columns"?: string; "after"?: string; "reason"?: string; "language"?: string; "words"?: boolean; "asOf"?: string; "knownAt"?: string }
        path: { "id": string }
      }
      responses: {
        200: { content: { "application/json": Schemas["ContactTimelineAnswer"]; "text/csv; charset=utf-8": string; "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string }; headers: { [name: string]: unknown } }
        304: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/customers/{id}/events/{event}": {
    get: {
      parameters: {
        query?: { "after"?: string; "reason"?: string; "language"?: string; "words"?: boolean; "asOf"?: string; "knownAt"?: string }
        path: { "id": string; "event": string }
      }
      responses: {
        200: { content: { "application/json": Schemas["CustomerEventAnswer"] }; headers: { [name: string]: unknown } }
        304: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/contacts/{id}/events/{event}": {
    get: {
      parameters: {
        query?: { "after"?: string; "reason"?: string; "language"?: string; "words"?: boolean; "asOf"?: string; "knownAt"?: string }
        path: { "id": string; "event": string }
      }
      responses: {
        200: { content: { "application/json": Schemas["ContactEventAnswer"] }; headers: { [name: string]: unknown } }
        304: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/changes/mine": {
    get: {
      parameters: {
        query?: { "since"?: string; "limit"?: number; "cursor"?: string; "format"?: "csv" | "xlsx"; "columns"?: string; "after"?: string; "reason"?: string; "language"?: string; "words"?: boolean }
      }
      responses: {
        200: { content: { "application/json": Schemas["MyChangesAnswer"]; "text/csv; charset=utf-8": string; "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string }; headers: { [name: string]: unknown } }
        304: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/customers/{id}/hierarchy": {
    get: {
      parameters: {
        query?: { "format"?: "csv" | "xlsx"; "columns"?: string; "after"?: string; "reason"?: string; "language"?: string; "words"?: boolean }
        path: { "id": string }
      }
      responses: {
        200: { content: { "application/json": Schemas["HierarchyAnswer"]; "text/csv; charset=utf-8": string; "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string }; headers: { [name: string]: unknown } }
        304: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/customers/{id}/replay": {
    get: {
      parameters: {
        query?: { "order"?: "recorded" | "effective"; "from"?: string; "limit"?: number; "after"?: string; "reason"?: string; "language"?: string; "words"?: boolean; "asOf"?: string; "knownAt"?: string }
        path: { "id": string }
      }
      responses: {
        200: { content: { "application/json": Schemas["ReplayAnswer"] }; headers: { [name: string]: unknown } }
        304: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/duplicates/customers": {
    get: {
      parameters: {
        query?: { "limit"?: number; "cursor"?: string; "skip"?: number; "format"?: "csv" | "xlsx"; "columns"?: string; "after"?: string; "reason"?: string; "language"?: string; "words"?: boolean }
      }
      responses: {
        200: { content: { "application/json": Schemas["CustomerDuplicatesAnswer"]; "text/csv; charset=utf-8": string; "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string }; headers: { [name: string]: unknown } }
        304: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/duplicates/contacts": {
    get: {
      parameters: {
        query?: { "limit"?: number; "cursor"?: string; "skip"?: number; "format"?: "csv" | "xlsx"; "columns"?: string; "after"?: string; "reason"?: string; "language"?: string; "words"?: boolean }
      }
      responses: {
        200: { content: { "application/json": Schemas["ContactDuplicatesAnswer"]; "text/csv; charset=utf-8": string; "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string }; headers: { [name: string]: unknown } }
        304: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/relationships": {
    get: {
      parameters: {
        query?: { "filter"?: string; "sort"?: string; "limit"?: number; "cursor"?: string; "skip"?: number; "format"?: "csv" | "xlsx"; "columns"?: string; "after"?: string; "reason"?: string; "language"?: string; "words"?: boolean }
      }
      responses: {
        200: { content: { "application/json": Schemas["RelationshipsAnswer"]; "text/csv; charset=utf-8": string; "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string }; headers: { [name: string]: unknown } }
        304: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/boards/relationships": {
    get: {
      parameters: {
        query?: { "filter"?: string; "sort"?: string; "limit"?: number; "cursor"?: string; "skip"?: number; "stage"?: "identified" | "exploratory" | "basic" | "cooperative" | "interdependent" | "integrated" | "ended"; "format"?: "csv" | "xlsx"; "columns"?: string; "after"?: string; "reason"?: string; "language"?: string; "words"?: boolean }
      }
      responses: {
        200: { content: { "application/json": Schemas["RelationshipBoardAnswer"]; "text/csv; charset=utf-8": string; "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string }; headers: { [name: string]: unknown } }
        304: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/relationships/{id}": {
    get: {
      parameters: {
        query?: { "after"?: string; "reason"?: string; "language"?: string; "words"?: boolean; "asOf"?: string; "knownAt"?: string }
        path: { "id": string }
      }
      responses: {
        200: { content: { "application/json": Schemas["RelationshipAnswer"] }; headers: { [name: string]: unknown } }
        304: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/touchpoints/{id}": {
    get: {
      parameters: {
        query?: { "after"?: string; "reason"?: string; "language"?: string; "words"?: boolean; "asOf"?: string; "knownAt"?: string }
        path: { "id": string }
      }
      responses: {
        200: { content: { "application/json": Schemas["TouchpointAnswer"] }; headers: { [name: string]: unknown } }
        304: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/my/visits": {
    get: {
      parameters: {
        query?: { "member"?: string; "after"?: string; "reason"?: string; "language"?: string; "words"?: boolean }
      }
      responses: {
        200: { content: { "application/json": Schemas["MyVisitsAnswer"] }; headers: { [name: string]: unknown } }
        304: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/left-behind": {
    get: {
      parameters: {
        query?: { "member"?: string; "unit"?: string; "kind"?: "relationship" | "opportunity" | "promise" | "visit"; "limit"?: number; "cursor"?: string; "format"?: "csv" | "xlsx"; "columns"?: string; "after"?: string; "reason"?: string; "language"?: string; "words"?: boolean }
      }
      responses: {
        200: { content: { "application/json": Schemas["LeftBehindAnswer"]; "text/csv; charset=utf-8": string; "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string }; headers: { [name: string]: unknown } }
        304: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/record-names": {
    get: {
      parameters: {
        query: { "streams": string; "format"?: "csv" | "xlsx"; "columns"?: string; "after"?: string; "reason"?: string; "language"?: string; "words"?: boolean }
      }
      responses: {
        200: { content: { "application/json": Schemas["RecordNamesAnswer"]; "text/csv; charset=utf-8": string; "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string }; headers: { [name: string]: unknown } }
        304: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/customers/{id}/brief": {
    get: {
      parameters: {
        query?: { "language"?: "en" | "fi" | "sv" | "de" | "nb"; "after"?: string; "reason"?: string; "words"?: boolean; "asOf"?: string; "knownAt"?: string }
        path: { "id": string }
      }
      responses: {
        200: { content: { "application/json": Schemas["BriefAnswer"] }; headers: { [name: string]: unknown } }
        304: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/me": {
    get: {
      parameters: {
        query?: { "after"?: string; "reason"?: string; "language"?: string; "words"?: boolean }
      }
      responses: {
        200: { content: { "application/json": Schemas["MeAnswer"] }; headers: { [name: string]: unknown } }
        304: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/vocabulary": {
    get: {
      parameters: {
        query?: { "after"?: string; "reason"?: string; "language"?: string; "words"?: boolean }
      }
      responses: {
        200: { content: { "application/json": Schemas["VocabularyAnswer"] }; headers: { [name: string]: unknown } }
        304: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/search": {
    get: {
      parameters: {
        query: { "text": string; "kind"?: "customers" | "contacts" | "opportunities" | "notes" | "records"; "limit"?: number; "cursor"?: string; "after"?: string; "reason"?: string; "language"?: string; "words"?: boolean }
      }
      responses: {
        200: { content: { "application/json": Schemas["SearchAnswer"] }; headers: { [name: string]: unknown } }
        304: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/events/{stream}/{eventId}/restatement": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "stream": string; "eventId": string }
      }
      requestBody: { content: { "application/json": Schemas["Restatement"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/events/{stream}/{eventId}/retraction": {
    post: {
      parameters: {
        header: { "Idempotency-Key": string }
        path: { "stream": string; "eventId": string }
      }
      requestBody: { content: { "application/json": Schemas["Retraction"] } }
      responses: {
        200: { content: { "application/json": Schemas["WriteAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/events/{position}": {
    get: {
      parameters: {
        query?: { "after"?: string; "reason"?: string; "language"?: string; "words"?: boolean }
        path: { "position": string }
      }
      responses: {
        200: { content: { "application/json": Schemas["Event"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/changes": {
    get: {
      parameters: {
        header?: { "Last-Event-ID"?: string }
      }
      responses: {
        200: { content: { "text/event-stream": string }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/customers/{id}/live": {
    get: {
      parameters: {
        header?: { "Last-Event-ID"?: string }
        path: { "id": string }
      }
      responses: {
        200: { content: { "text/event-stream": string }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/sign-in": {
    get: {
      parameters: {
        query?: { "language"?: string }
      }
      responses: {
        200: { content: { "application/json": Schemas["WaysToSignIn"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
    post: {
      parameters: {
      }
      requestBody: { content: { "application/json": Schemas["SignIn"] } }
      responses: {
        200: { content: { "application/json": Schemas["SignedIn"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/session": {
    post: {
      parameters: {
      }
      requestBody: { content: { "application/json": Schemas["SignIn"] } }
      responses: {
        201: { content: { "application/json": Schemas["BegunSession"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
    delete: {
      parameters: {
      }
      responses: {
        200: { content: { "application/json": Schemas["EndedSession"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/session/provider": {
    get: {
      parameters: {
        query?: { "returnTo"?: string }
      }
      responses: {
        302: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/session/callback": {
    get: {
      parameters: {
      }
      responses: {
        302: { content: never; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/uploads/{upload}/{name}/{fileName}": {
    post: {
      parameters: {
        query?: { "language"?: string; "words"?: boolean }
        path: { "upload": string; "name": string; "fileName": string }
      }
      requestBody: { content: { "application/octet-stream": string } }
      responses: {
        200: { content: { "application/json": Schemas["SendImportFileAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/imports/preview": {
    post: {
      parameters: {
        query?: { "language"?: string; "words"?: boolean }
      }
      requestBody: { content: { "application/json": Schemas["PreviewImport"] } }
      responses: {
        200: { content: { "application/json": Schemas["PreviewImportAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/imports/{id}/error-files": {
    get: {
      parameters: {
        query?: { "language"?: string; "words"?: boolean }
        path: { "id": string }
      }
      responses: {
        200: { content: { "application/json": Schemas["ErrorFilesAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/contacts/{id}/erasure": {
    post: {
      parameters: {
        query?: { "language"?: string; "words"?: boolean }
        path: { "id": string }
      }
      requestBody: { content: { "application/json": Schemas["ErasePerson"] } }
      responses: {
        200: { content: { "application/json": Schemas["ErasePersonAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/contacts/{id}/export": {
    post: {
      parameters: {
        query?: { "language"?: string; "words"?: boolean }
        path: { "id": string }
      }
      requestBody?: { content: { "application/json": Schemas["ExportPerson"] } }
      responses: {
        200: { content: { "application/json": Schemas["ExportPersonAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/withheld/{stream}/release": {
    post: {
      parameters: {
        query?: { "language"?: string; "words"?: boolean }
        path: { "stream": string }
      }
      requestBody: { content: { "application/json": Schemas["ReleaseWriting"] } }
      responses: {
        200: { content: { "application/json": Schemas["ReleaseWritingAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/withheld/{stream}/redaction": {
    post: {
      parameters: {
        query?: { "language"?: string; "words"?: boolean }
        path: { "stream": string }
      }
      requestBody: { content: { "application/json": Schemas["RedactWriting"] } }
      responses: {
        200: { content: { "application/json": Schemas["RedactWritingAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/operations/processes": {
    get: {
      parameters: {
        query?: { "language"?: string; "words"?: boolean }
      }
      responses: {
        200: { content: { "application/json": Schemas["OpenProcessesAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/operations/processes/{id}/retry": {
    post: {
      parameters: {
        query?: { "language"?: string; "words"?: boolean }
        path: { "id": string }
      }
      responses: {
        200: { content: { "application/json": Schemas["RetryProcessAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/operations/processes/{id}/giving-up": {
    post: {
      parameters: {
        query?: { "language"?: string; "words"?: boolean }
        path: { "id": string }
      }
      requestBody?: { content: { "application/json": Schemas["GiveUpProcess"] } }
      responses: {
        200: { content: { "application/json": Schemas["GiveUpProcessAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        404: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/operations/keys/rewrap": {
    post: {
      parameters: {
        query?: { "language"?: string; "words"?: boolean }
      }
      responses: {
        200: { content: { "application/json": Schemas["RewrapKeysAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/operations/plaintext": {
    get: {
      parameters: {
        query?: { "language"?: string; "words"?: boolean }
      }
      responses: {
        200: { content: { "application/json": Schemas["PlaintextFilesAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/operations/plaintext/retirement": {
    post: {
      parameters: {
        query?: { "language"?: string; "words"?: boolean }
      }
      requestBody: { content: { "application/json": Schemas["RetirePlaintext"] } }
      responses: {
        200: { content: { "application/json": Schemas["RetirePlaintextAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/operations/backup": {
    post: {
      parameters: {
        query?: { "language"?: string; "words"?: boolean }
      }
      requestBody: { content: { "application/json": Schemas["Backup"] } }
      responses: {
        200: { content: { "application/json": Schemas["BackupAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/operations/rebuild": {
    post: {
      parameters: {
        query?: { "language"?: string; "words"?: boolean }
      }
      responses: {
        200: { content: { "application/json": Schemas["RebuildAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/operations/verify": {
    post: {
      parameters: {
        query?: { "language"?: string; "words"?: boolean }
      }
      responses: {
        200: { content: { "application/json": Schemas["VerifyAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/operations/parked": {
    get: {
      parameters: {
        query?: { "language"?: string; "words"?: boolean }
      }
      responses: {
        200: { content: { "application/json": Schemas["ParkedAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
  "/api/v1/operations/parked/{partition}/retry": {
    post: {
      parameters: {
        query?: { "language"?: string; "words"?: boolean }
        path: { "partition": string }
      }
      responses: {
        200: { content: { "application/json": Schemas["RetryParkedAnswer"] }; headers: { [name: string]: unknown } }
        400: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        401: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        403: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        409: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        413: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        415: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        422: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        429: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        500: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
        503: { content: { "application/problem+json": Schemas["Problem"] }; headers: { [name: string]: unknown } }
      }
    }
  }
}
