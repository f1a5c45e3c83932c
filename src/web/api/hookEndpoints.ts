import { z } from 'zod'
import { type Endpoint, endpoint, NOTHING } from './endpoint'
import { misfit } from './refusals'
import { HOOK, NEW_HOOK } from './schemas'

/** Addresses that are told. */
export const HOOK_ENDPOINTS: readonly Endpoint[] = [
  endpoint({
    name: 'listWebhooks',
    method: 'get',
    path: '/webhooks',
    summary: 'The addresses that are told.',
    answer: z.object({ webhooks: z.array(HOOK) }),
    run: async ({ api }, { by }) => ({
      webhooks: (await api.hooks(by)).map(({ _id, url, events, madeAt }) => ({
        id: _id,
        url,
        events,
        madeAt,
      })),
    }),
  }),
  endpoint({
    name: 'addWebhook',
    method: 'post',
    path: '/webhooks',
    summary:
      'An address that is told from now on, signed as in Standard Webhooks 1.0. The secret is in this answer alone.',
    body: NEW_HOOK,
    answer: HOOK.extend({ secret: z.string() }),
    makes: true,
    async run({ api }, { by, body, id: hook }) {
      const made = await api.makeHook(by, { ...body, id: hook })
      if (!made.ok) throw misfit(made.problems)
      const { _id, url, events, madeAt } = made.hook
      return { id: _id, url, events, madeAt, secret: made.secret }
    },
  }),
  endpoint({
    name: 'removeWebhook',
    method: 'delete',
    path: '/webhooks/{webhook}',
    summary: 'Nothing more is told there. Twice is once.',
    answer: NOTHING,
    async run({ api }, { by, params }) {
      await api.endHook(by, params.webhook ?? '')
      return {}
    },
  }),
]
