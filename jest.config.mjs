/** Jest runs the built JavaScript: what is tested is what runs. */
export default {
  rootDir: 'dist',
  testEnvironment: 'node',
  testMatch: ['**/*.spec.js'],
  transform: {},
  maxWorkers: 2,
  testTimeout: 20_000,
  workerIdleMemoryLimit: '1GB',
  reporters: ['default', '<rootDir>/test/lanes/closing-report.js'],
}
