/** Begins a page by its address, while the application that shows it is on its way: its screen, and what it asks first. */
import { defaultParseSearch } from '@tanstack/react-router'
import { cache, me } from '../api/questions.js'
import { askCustomer, customerScreen } from '../screens/customer/first.js'
import { addressIn } from '../screens/customers/address.js'
import { askCustomers, customersScreen } from '../screens/customers/first.js'
import { askHome, homeScreen } from '../screens/home/first.js'
import { askSignIn, signInPage } from './sign-in/first.js'

/** Pages to which people come directly; the others begin with the application. */
export function beginPage({ pathname, search }: Location): void {
  const asked = defaultParseSearch(search)
  const customer = readable(/^\/customers\/([^/]+)$/.exec(pathname)?.[1])
  begin(beginWho())
  if (pathname === '/') begin(homeScreen(), askHome())
  if (pathname === '/customers') begin(customersScreen(), askCustomers(addressIn(asked)))
  if (customer) begin(customerScreen(), askCustomer(customer, asked))
}

/** Part of an address; nothing where it is no text: then there is no such page. */
function readable(part: string | undefined): string | undefined {
  try {
    return part && decodeURIComponent(part)
  } catch {
    return undefined
  }
}

/** Who reads; and where nobody has signed in, the way in. */
async function beginWho(): Promise<void> {
  await cache.prefetchQuery(me())
  if (cache.getQueryData(me().queryKey) === undefined) begin(signInPage(), askSignIn())
}

/** What does not come is asked for again, and said, by the screen. */
function begin(...parts: Promise<unknown>[]): void {
  void Promise.all(parts).catch(reportError)
}
