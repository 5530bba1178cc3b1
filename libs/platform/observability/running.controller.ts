/** What operators and their machines ask of the process itself. All of it is open and none of it names anybody. */
import { Controller, Get, Header, Inject, Res } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import { OpenRoute } from '../identity/member-guard.js'
import { HttpMetrics } from './http-metrics.js'
import { Readiness } from './readiness.js'

@Controller()
export class RunningController {
  constructor(
    @Inject(Readiness) private readonly readiness: Readiness,
    @Inject(HttpMetrics) private readonly metrics: HttpMetrics,
  ) {}

  /** The process is alive. */
  @OpenRoute()
  @Get('health')
  health(): { status: 'alive' } {
    return { status: 'alive' }
  }

  /** It can answer; otherwise 503 and why not. */
  @OpenRoute()
  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<{ ready: boolean; reasons: string[] }> {
    const reasons = await this.readiness.reasons()
    reply.code(reasons.length === 0 ? 200 : 503)
    return { ready: reasons.length === 0, reasons }
  }

  @OpenRoute()
  @Get('metrics')
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  figures(): Promise<string> {
    return this.metrics.text()
  }
}
