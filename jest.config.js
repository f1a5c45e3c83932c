const { statfsSync } = require('node:fs')

/**
 * Stores of tests live in memory where there is room. Flushing to a disk was half of the time of every test with a store,
 * and shows nothing: no test cuts the power, and what a killed process had written is there either way.
 */
const MEMORY = '/dev/shm'
const ROOM = 2 * 2 ** 30
if (roomIn(MEMORY) >= ROOM) process.env.TMPDIR ??= MEMORY

function roomIn(folder) {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  } catch {
    return 0
  }
}

/** Only these packages of ours are ES modules; Jest runs CommonJS, so they are translated on the way in. */
const esm = ['preact', 'preact-render-to-string', 'qr']

module.exports = {
  // No test measures time; a busy machine only makes them slower.
  testTimeout: 180_000,
  globalSetup: '<rootDir>/test/support/beginRun.ts',
  globalTeardown: '<rootDir>/test/support/endRun.ts',
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.test.tsx'],
  // Only who says so leaves the page tests out; without a browser they fail with a sentence that says what to do.
  testPathIgnorePatterns: process.env.BRUGBODE_NO_BROWSER === '1' ? ['Page\\.test\\.ts$'] : [],
  transform: {
    '^.+\\.m?[tj]sx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2022',
          transform: { react: { runtime: 'automatic', importSource: 'preact' } },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esm.join('|')})/)`],
}
