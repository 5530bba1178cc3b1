/** Customers that may be one organisation, and contacts that may be one person. */
import { type Personal, PersonalValue } from '../../../components/name.js'
import { useFormats } from '../../../language/language.js'
import { CustomerCell, PersonCell, Quiet } from './cells.js'
import { defineList } from './list-definition.js'

export const customerDuplicates = defineList<'/api/v1/duplicates/customers'>({
  path: '/api/v1/duplicates/customers',
  byPersonalValues: true,
  keyOf: ({ one, other }) => `${one.id}~${other.id}`,
  columns: ({ say, formats }) => [
    {
      id: 'one',
      head: say('one'),
      width: 'minmax(200px, 2fr)',
      cell: ({ one }) => <Organisation of={one} />,
    },
    {
      id: 'other',
      head: say('other'),
      width: 'minmax(200px, 2fr)',
      phone: 'second',
      cell: ({ other }) => <Organisation of={other} />,
    },
    {
      id: 'why',
      head: say('why'),
      width: 'minmax(180px, 1fr)',
      phone: 'hidden',
      cell: ({ reasons }) => formats.list(reasons.map((reason) => say(reason))),
    },
  ],
})

function Organisation({ of }: { of: { id: string; name?: string; city?: string; country?: string } }) {
  const formats = useFormats()
  return (
    <>
      <CustomerCell of={of} />{' '}
      <Quiet>{[of.city, of.country && formats.country(of.country)].filter(Boolean).join(', ')}</Quiet>
    </>
  )
}

export const contactDuplicates = defineList<'/api/v1/duplicates/contacts'>({
  path: '/api/v1/duplicates/contacts',
  byPersonalValues: true,
  keyOf: ({ one, other }) => `${one.id}~${other.id}`,
  columns: ({ say, formats }) => [
    { id: 'one', head: say('one'), width: 'minmax(200px, 2fr)', cell: ({ one }) => <Person of={one} /> },
    {
      id: 'other',
      head: say('other'),
      width: 'minmax(200px, 2fr)',
      phone: 'second',
      cell: ({ other }) => <Person of={other} />,
    },
    {
      id: 'why',
      head: say('why'),
      width: 'minmax(180px, 1fr)',
      phone: 'hidden',
      cell: ({ reasons }) => formats.list(reasons.map((reason) => say(reason))),
    },
  ],
})

interface PersonAt {
  id: string
  name?: Personal
  title?: Personal
  customers: readonly { name?: string }[]
}

function Person({ of }: { of: PersonAt }) {
  return (
    <>
      <PersonCell of={of} />{' '}
      <Quiet>
        <PersonalValue of={of.title} /> {of.customers.map(({ name }) => name).join(', ')}
      </Quiet>
    </>
  )
}
