/** The pages the process serves about itself: what it is, and the API document for programs and for people. */
import { Controller, Get, Header, Inject } from '@nestjs/common'
import { OpenRoute } from '../../identity/member-guard.js'
import { ApiDocuments } from '../openapi/api-documents.js'
import { HTML_POLICY, HTML_TYPE, htmlPage } from './html.js'

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
  constructor(@Inject(ApiDocuments) private readonly documents: ApiDocuments) {}

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
  document(): Buffer {
    return this.documents.page
  }

  @OpenRoute()
  @Get('api/openapi.json')
  @Header('Content-Type', 'application/json; charset=utf-8')
  openapi(): Buffer {
    return this.documents.json
  }
}
