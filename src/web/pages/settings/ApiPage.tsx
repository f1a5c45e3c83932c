import { type ApiToken, HOOK_EVENTS, type Hook, SCOPES, type Scope } from '../../../domain/api'
import { Empty } from '../../components/Empty'
import { Field, FieldSet, ToFix, type Wrong } from '../../components/Field'
import { Tag } from '../../components/Tag'
import { ToCopy } from '../../components/ToCopy'
import type { Words } from '../../words'
import { SubjectPage, type SubjectProps } from './Subject'

export type ListedToken = Pick<ApiToken, '_id' | 'name' | 'scope' | 'madeAt' | 'usedAt'>
export type ListedHook = Pick<Hook, '_id' | 'url' | 'events' | 'madeAt'> & {
  waiting: number
  givenUp: number
}

export interface ApiForm {
  name: string
  scope: Scope
  url: string
  events: readonly string[]
}

export interface ApiPageProps extends Omit<SubjectProps, 'subject' | 'children'> {
  tokens: readonly ListedToken[]
  hooks: readonly ListedHook[]
  form: ApiForm
  /** Of the address form: sent twice, it is one address. */
  hookId: string
  tokenKey: string
  problems: Wrong
  /** Shown once, right after it was made. */
  secret?: { of: 'token' | 'hook'; name: string; value: string } | undefined
}

/** Other programs: what may ask us, and what we tell. */
export function ApiPage({ tokens, hooks, form, hookId, tokenKey, problems, secret, ...props }: ApiPageProps) {
  const { words } = props
  const { say } = words
  return (
    <SubjectPage {...props} subject="api">
      <ToFix wrong={problems} words={words} />
      {secret ? <Once words={words} secret={secret} /> : null}
      <section class="sheet" aria-labelledby="tokens">
        <h2 id="tokens">{say('settings:api.tokens')}</h2>
        <p>
          {say('settings:api.tokens_help')} <a href="/api/openapi.json">/api/openapi.json</a>
        </p>
        {tokens.length === 0 ? <Empty>{say('settings:api.no_tokens')}</Empty> : null}
        <ul class="rows">
          {tokens.map(({ _id, name, scope, madeAt, usedAt }) => (
            <li key={_id} class="colleague">
              <div>
                <strong>
                  <bdi>{name}</bdi>
                </strong>
                <p class="soft">
                  {say(`settings:api.scope.${scope}`)} ·{' '}
                  {say('settings:api.made', { when: words.moment(madeAt) })} ·{' '}
                  {usedAt === undefined
                    ? say('settings:api.unused')
                    : say('settings:api.used', { when: words.moment(usedAt) })}
                </p>
              </div>
              <End words={words} action={`/settings/api/tokens/${encodeURIComponent(_id)}/end`} name={name} />
            </li>
          ))}
        </ul>
        <form method="post" action="/settings/api/tokens" class="form">
          <input type="hidden" name="key" value={tokenKey} />
          <Field
            name="name"
            label={say('settings:api.name')}
            help={say('settings:api.name_help')}
            wrong={problems.name}
          >
            {ids => <input {...ids} type="text" value={form.name} autocomplete="off" />}
          </Field>
          <FieldSet name="scope" label={say('settings:api.may')}>
            {SCOPES.map(scope => (
              <label key={scope} class="choice">
                <input type="radio" name="scope" value={scope} checked={scope === form.scope} />
                <span>{say(`settings:api.scope.${scope}`)}</span>
              </label>
            ))}
          </FieldSet>
          <button type="submit">{say('settings:api.make')}</button>
        </form>
      </section>
      <section class="sheet" aria-labelledby="hooks">
        <h2 id="hooks">{say('settings:api.hooks')}</h2>
        <p>{say('settings:api.hooks_help')}</p>
        {hooks.length === 0 ? <Empty>{say('settings:api.no_hooks')}</Empty> : null}
        <ul class="rows">
          {hooks.map(hook => (
            <HookRow key={hook._id} hook={hook} words={words} />
          ))}
        </ul>
        <form method="post" action="/settings/api/hooks" class="form">
          <input type="hidden" name="id" value={hookId} />
          <Field
            name="url"
            label={say('settings:api.url')}
            help={say('settings:api.url_help')}
            wrong={problems.url}
          >
            {ids => (
              <input {...ids} type="text" inputMode="url" dir="ltr" value={form.url} autocomplete="off" />
            )}
          </Field>
          <FieldSet name="events" label={say('settings:api.events')} wrong={problems.events}>
            {HOOK_EVENTS.map(event => (
              <label key={event} class="choice">
                <input type="checkbox" name="events" value={event} checked={form.events.includes(event)} />
                <span>{say(`settings:api.event.${event}`)}</span>
              </label>
            ))}
          </FieldSet>
          <button type="submit">{say('settings:api.make_hook')}</button>
        </form>
      </section>
    </SubjectPage>
  )
}

function Once({ words, secret }: { words: Words; secret: NonNullable<ApiPageProps['secret']> }) {
  const { say } = words
  const { of, name, value } = secret
  return (
    <section class="sheet link" aria-labelledby="once">
      <h2 id="once">
        {say(of === 'token' ? 'settings:api.token_title' : 'settings:api.secret_title')} <bdi>{name}</bdi>
      </h2>
      <p>{say('settings:api.once')}</p>
      <ToCopy
        id="value"
        label={say(of === 'token' ? 'settings:api.token_label' : 'settings:api.secret_label')}
        value={value}
        words={words}
      />
    </section>
  )
}

function HookRow({ hook, words }: { hook: ListedHook; words: Words }) {
  const { say } = words
  const { _id, url, events, waiting, givenUp } = hook
  return (
    <li class="colleague">
      <div>
        <strong>
          <bdi dir="ltr">{url}</bdi>
        </strong>
        <p class="soft">{words.list(events.map(event => say(`settings:api.event.${event}`)))}</p>
        <p class="tags">
          {waiting > 0 ? (
            <Tag icon="clock" colour="wait">
              {say('settings:api.waiting', { count: waiting })}
            </Tag>
          ) : null}
          {givenUp > 0 ? (
            <Tag icon="cross" colour="bad">
              {say('settings:api.given_up', { count: givenUp })}
            </Tag>
          ) : null}
        </p>
      </div>
      <End words={words} action={`/settings/api/hooks/${encodeURIComponent(_id)}/end`} name={url} />
    </li>
  )
}

const End = ({ words, action, name }: { words: Words; action: string; name: string }) => (
  <form method="post" action={action}>
    <button type="submit" class="quiet danger">
      {words.say('settings:api.end')}
      <span class="hidden">: {name}</span>
    </button>
  </form>
)
