import { randomBytes } from 'node:crypto'
import { createSeal } from '../../../src/seal/createSeal'
import { makeHook } from '../../../src/use-cases/apiAccess'
import { fakeClock } from '../../support/fakeClock'
import { openTestDocuments } from '../../support/openDocuments'

test.each(['http://example.org', 'ftp://example.org', 'no address', 'https://user:word@example.org'])(
  '%s is refused outside practice',
  async address => {
    const { documents, dispose } = await openTestDocuments()
    const deps = {
      documents,
      clock: fakeClock('2026-11-03T09:00:00Z'),
      newId: () => 'x',
      seal: createSeal(randomBytes(32)),
    }
    const made = await makeHook(
      deps,
      { _id: 'joris', organisation: 'org' },
      { id: 'x', url: address, events: ['rsvp'], near: false },
    )
    expect(made).toMatchObject({ ok: false, problems: [{ field: 'url', problem: 'hook_url' }] })
    await dispose()
  },
)
