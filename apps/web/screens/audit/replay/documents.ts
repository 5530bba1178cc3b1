/** The category of the records that a view is of, as their streams begin, where it is not called like the view. */
const categories: Readonly<Record<string, string>> = {
  contacts: 'contact',
  'customer-projects': 'customerproject',
  customers: 'customer',
  gists: 'touchpoint',
  opportunities: 'opportunity',
  people: 'contact',
  plans: 'touchpoint',
  promises: 'promise',
  relationships: 'relationship',
  said: 'touchpoint',
  touches: 'touchpoint',
  touchpoints: 'touchpoint',
}

export const categoryOf = (view: string): string => categories[view] ?? view
