/** The pages the process serves about itself: what it is, and the API document for programs and for people. */
import { Controller, Get, Header, Inject } from '@nestjs/common'
import { OpenRoute } from '../../identity/member-guard.js'
import type { OpenApi } from '../openapi/openapi.js'
import { docsPage } from './docs-page.js'
import { HTML_POLICY, HTML_TYPE, htmlPage } from './html.js'

/** The API document. */
export const OPENAPI = Symbol('openapi')

const home = htmlPage(
  'Kumppani',
  `<p>Customer relationships as they happened. This process is running.</p>
<ul>
<li><a href="/api/docs">The API</a>, and <a href="/api/openapi.json">its document</a> for programs</li>
<li><a href="/ready">Whether it can answer</a></li>
<li><a href="/metrics">Its figures</a></li>
</ul>`,
)

@Controller()
export class PagesController {
  private readonly docs: string

  constructor(@Inject(OPENAPI) private readonly openApi: OpenApi) {
    this.docs = docsPage(openApi)
  }

  @OpenRoute()
  @Get('api')
  @Header('Content-Type', HTML_TYPE)
  @Header('Content-Security-Policy', HTML_POLICY)
  home(): string {
    return home
  }

  @OpenRoute()
  @Get('api/docs')
  @Header('Content-Type', HTML_TYPE)
  @Header('Content-Security-Policy', HTML_POLICY)
  document(): string {
    return this.docs
  }

  @OpenRoute()
  @Get('api/openapi.json')
  openapi(): OpenApi {
    return this.openApi
  }
}
