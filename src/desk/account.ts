import { createPasswords } from '../passwords/createPasswords'
import type { Auditing } from '../use-cases/audit'
import { changePassword } from '../use-cases/changePassword'
import type { AccountRoutes } from '../web/pages/account/routes'

/** What everybody of the staff does for themselves. */
export function createAccountDesk(deps: Auditing): AccountRoutes {
  const withPasswords = { ...deps, passwords: createPasswords() }
  return {
    changePassword: (by, asked) => changePassword(withPasswords, by, asked),
    rename: async (by, name) => {
      await deps.documents.collection('staff').update({ _id: by._id }, { set: { name } })
    },
  }
}
