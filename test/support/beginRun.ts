import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Before the first test of a run: a folder for what all its processes may share. */
export default function beginRun(): void {
  process.env.BRUGBODE_TEST_RUN = mkdtempSync(path.join(tmpdir(), 'brugbode-run-'))
}
