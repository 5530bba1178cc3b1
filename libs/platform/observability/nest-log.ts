/** Nest's own messages, in the same log. What it says while starting is of interest only when looking for faults. */
import type { LoggerService } from '@nestjs/common'
import type { Logger } from 'pino'

export class NestLog implements LoggerService {
  constructor(private readonly pino: Logger) {}

  log(message: unknown): void {
    this.pino.debug(String(message))
  }

  warn(message: unknown): void {
    this.pino.warn(String(message))
  }

  error(message: unknown): void {
    this.pino.error(String(message))
  }
}
