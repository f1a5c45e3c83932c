import { type WorkOnImport, workOnImport } from './workOnImport'

/** Lists whose worker is gone are taken up again; what is a day old is thrown away. */
export async function importsDue(deps: WorkOnImport): Promise<void> {
  const imports = deps.documents.collection('imports')
  const now = deps.clock.now()
  const waiting = { state: { $in: ['reading', 'writing'] }, workUntil: { $lt: now } } as const
  for (const { _id } of await imports.list(waiting)) await workOnImport(deps, _id)
  await imports.remove({ until: { $lte: now }, state: { $in: ['columns', 'check'] } })
}
