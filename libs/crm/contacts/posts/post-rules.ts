/** When a post at a customer may begin, change and end, with whichever of a person's records it stands. */
import { changesOf, type Deciding, type Draft, dayIn, defineRefusals, type Edits, editsOf, Id } from '#kernel'
import { isOneCustomer, personOf } from '../../merging/identity.reference.js'
import { organization, zoneOf } from '../../organization/organization.reference.js'
import {
  type BuyingRoleSet,
  contactEvents,
  type PostEnded,
  type PostNamed,
  type PostStarted,
  PostTerms,
} from '../contact.events.js'
import { type Post, together } from './posts.js'

export class ChangePost extends editsOf(PostTerms) {
  @Id('customer') customer!: string
}

export const postRefusals = defineRefusals({
  'post-held-already': [
    'rule',
    {
      en: 'This contact has a post at this customer; end it before a new one begins.',
      fi: 'Yhteyshenkilöllä on jo tehtävä tällä asiakkaalla; päätä se ennen kuin uusi alkaa.',
      sv: 'Kontaktpersonen har redan en befattning hos kunden; avsluta den innan en ny börjar.',
      de: 'Diese Kontaktperson hat schon eine Stelle bei diesem Kunden; beenden Sie sie, bevor eine neue beginnt.',
      nb: 'Kontaktpersonen har allerede en stilling hos denne kunden; avslutt den før en ny begynner.',
    },
  ],
  'post-not-held': [
    'rule',
    {
      en: 'This contact has no post at this customer.',
      fi: 'Yhteyshenkilöllä ei ole tehtävää tällä asiakkaalla.',
      sv: 'Kontaktpersonen har ingen befattning hos kunden.',
      de: 'Diese Kontaktperson hat keine Stelle bei diesem Kunden.',
      nb: 'Kontaktpersonen har ingen stilling hos denne kunden.',
    },
  ],
  'post-ends-before-start': [
    'rule',
    {
      en: 'A post cannot end before it began.',
      fi: 'Tehtävä ei voi päättyä ennen kuin se on alkanut.',
      sv: 'En befattning kan inte sluta innan den har börjat.',
      de: 'Eine Stelle kann nicht enden, bevor sie begonnen hat.',
      nb: 'En stilling kan ikke slutte før den har begynt.',
    },
  ],
  'post-ends-ahead': [
    'rule',
    {
      en: 'The last day of a post is said once it has come.',
      fi: 'Tehtävän viimeinen päivä kirjataan vasta, kun se on tullut.',
      sv: 'En befattnings sista dag anges först när den har kommit.',
      de: 'Der letzte Tag einer Stelle wird erst angegeben, wenn er gekommen ist.',
      nb: 'Siste dag i en stilling oppgis først når den er kommet.',
    },
  ],
  'post-without-level': [
    'rule',
    {
      en: 'A post has a level.',
      fi: 'Tehtävälle on kerrottava taso.',
      sv: 'En befattning behöver en nivå.',
      de: 'Eine Stelle braucht eine Ebene.',
      nb: 'En stilling må ha et nivå.',
    },
  ],
  'post-customer-unknown': [
    'rule',
    {
      en: 'There is no such customer for this contact to have a post at.',
      fi: 'Tällaista asiakasta, jolla yhteyshenkilö voisi toimia, ei ole.',
      sv: 'Det finns ingen sådan kund att ha en befattning hos.',
      de: 'Diesen Kunden, bei dem die Kontaktperson eine Stelle hätte, gibt es nicht.',
      nb: 'Det finnes ingen slik kunde å ha en stilling hos.',
    },
  ],
})
const refuse = postRefusals

/** The posts at a customer, under the id named or another of its ids; the contact's own first. */
function postsAt(posts: readonly Post[], { customer, record }: PostNamed, { id, present }: Deciding): Post[] {
  const [own] = personOf(id, present)
  const weight = (post: Post) => Number(post.record === own) * 2 + Number(post.customer === customer)
  return posts
    .filter((post) => record === undefined || post.record === record)
    .filter((post) => isOneCustomer(post.customer, customer, present))
    .toSorted((a, b) => weight(b) - weight(a))
}

/** One of each record. @throws DomainError when none is held there */
function heldAt(posts: readonly Post[], named: PostNamed, by: Deciding): [Post, ...Post[]] {
  const found = postsAt(posts, named, by)
  const isFirst = ({ record }: Post, at: number) => found.findIndex((other) => other.record === record) === at
  const [first = refuse('post-not-held'), ...others] = found.filter(isFirst)
  return [first, ...others]
}

/** A post as a fact names it: by the record that states it, where that is not the contact's own. */
const named = ({ customer, record }: Post, { id, present }: Deciding): PostNamed =>
  record === personOf(id, present)[0] ? { customer } : { customer, record }

export async function started(c: PostStarted, posts: readonly Post[], by: Deciding): Promise<PostStarted> {
  if (postsAt(posts, c, by).length > 0) return refuse('post-held-already')
  return (await by.exists(`customer-${c.customer}`)) ? c : refuse('post-customer-unknown', { field: 'customer' })
}

export function changePost({ customer, ...edits }: ChangePost, known: readonly Post[], by: Deciding): Draft[] {
  const posts = heldAt(known, { customer }, by)
  const changes = changesOf(edits as Edits<PostTerms>, posts.reduce(together))
  if (changes?.cleared?.includes('level')) return refuse('post-without-level')
  return changes ? posts.map((post) => contactEvents.postChanged({ ...changes, ...named(post, by) })) : []
}

/** The day it is where that is latest: of the group, or of whoever says it. */
function today(by: Deciding): string {
  const { unit } = by.present.get(organization).members.get(by.viewer.member) ?? {}
  const days = [zoneOf(undefined, by.present), zoneOf(unit, by.present)].map((zone) => dayIn(by.now, zone))
  return days.sort().at(-1) as string
}

/** With the last day, where none is stated that of which it is said: a contact's days are the group's. */
function ended(c: PostEnded, post: Post, by: Deciding): PostEnded {
  const until = c.until ?? dayIn(by.at, zoneOf(undefined, by.present))
  if (until < post.since) return refuse('post-ends-before-start')
  return until > today(by) ? refuse('post-ends-ahead') : { ...c, ...named(post, by), until }
}

export const endPost = (c: PostEnded, posts: readonly Post[], by: Deciding): Draft[] =>
  heldAt(posts, c, by).map((post) => contactEvents.postEnded(ended(c, post, by)))

/** What was said to end the post of a merged record stands in the contact's own stream, where that post does not. */
export const restatedEnd = (c: PostEnded, posts: readonly Post[], by: Deciding): PostEnded =>
  c.record === undefined ? ended(c, heldAt(posts, c, by)[0], by) : c

export function setRoles(c: BuyingRoleSet, known: readonly Post[], by: Deciding): Draft[] {
  const posts = heldAt(known, c, by)
  const [before, now] = [new Set<string>(posts.reduce(together).roles), new Set<string>(c.roles)]
  const isSame = before.size === now.size && [...now].every((role) => before.has(role))
  return isSame ? [] : posts.map((post) => contactEvents.buyingRoleSet({ ...c, ...named(post, by) }))
}
