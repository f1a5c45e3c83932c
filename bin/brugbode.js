#!/usr/bin/env node
const path = require('node:path')

// Found from here, not from the folder one happens to stand in: it says how pages are translated.
process.env.TSX_TSCONFIG_PATH ??= path.join(__dirname, '../tsconfig.json')
require('tsx/cjs')
require('../src/cli/main.ts')
