/** Who asks: local and foreign issuers of tokens, without any HTTP server. */
export * from './identity.js'
export * from './local-issuer.js'
