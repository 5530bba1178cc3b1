/** What programs are composed of: the parts of an installation over the engines that URLs name, and how a program runs. */
export * from './configuration/index.js'
export * from './parts/derived-read-models.js'
export * from './parts/founding.js'
export * from './parts/imports-on-a-thread.js'
export * from './parts/served-read-models.js'
export * from './service/start-service.js'
export * from './threads/thread-start.js'
export * from './threads/threads.js'
